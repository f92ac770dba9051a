# Classes, instances, attributes, methods, class attributes against instance attributes.
class Dog:
    """A dog."""
    kind = "canine"
    tricks = []
    count = 0
    def __init__(self, name):
        self.name = name
        Dog.count += 1
    def add(self, t):
        self.tricks.append(t)
        return self
    def __repr__(self):
        return f"Dog({self.name!r})"
a, b = Dog("Rex"), Dog("Fido")
a.add("roll").add("sit")
print(a, b, b.tricks, Dog.count, a.kind, Dog.kind, Dog.__name__, Dog.__doc__, a.__class__ is Dog, type(a) is Dog, isinstance(a, Dog))
a.kind = "own"
a.tricks = ["private"]
print(a.kind, b.kind, Dog.kind, b.tricks, a.__dict__, b.__dict__)
del a.kind
print(a.kind)
try:
    del a.kind
except AttributeError as e:
    print(e)
a.count += 10
print(a.count, Dog.count, b.count)
Dog.kind = "changed"
print(a.kind, b.kind)
Dog.bark = lambda self, n=1: self.name + " woof" * n
print(b.bark(2), hasattr(a, "bark"), getattr(a, "nope", None))
for f in (lambda: a.nope, lambda: Dog.nope, lambda: a.nope(), lambda: Dog(), lambda: Dog.add("x")):
    try:
        print(f())
    except (AttributeError, TypeError) as e:
        print(e)
setattr(a, "dyn", 5)
print(a.dyn, vars(a), sorted(vars(b)), "name" in a.__dict__, [k for k in vars(Dog) if not k.startswith("_")])
class Empty: pass
e = Empty()
e.x = 1
e.y = e
print(e.y.y.x, e.__dict__.keys(), Empty.__bases__, Empty.__mro__ == (Empty, object))
a.items = [1]
a.items += [2]
class S:
    items = []
    n = 0
s = S()
s.items += [1]
s.n += 1
print(a.items, S.items, s.__dict__, S.n)

# A class statement makes a new class each time it runs.
made = []
for i in range(3):
    class C:
        n = i
        def get(self): return self.n, i
        def __repr__(self): return f"C{self.n}"
    made.append(C)
print([c.n for c in made], made[0] is made[1], [c().get() for c in made], isinstance(made[0](), made[1]), [c() for c in made])
def make(base, tag):
    class D(base):
        name = tag
        def show(self): return tag + super().show() if hasattr(super(), "show") else tag
    return D
A = make(object, "a")
B = make(A, "b")
print(B().show(), A().show(), B.__mro__[1] is A, issubclass(B, A), make(object, "a") is A)
def cond(flag):
    if flag:
        class K:
            v = 1
    else:
        class K:
            v = 2
    return K.v
print(cond(True), cond(False))
try:
    class Bad:
        x = 1
        raise ValueError("in class body")
except ValueError as e:
    print(e)
try:
    Bad
except NameError as e:
    print(e)
class Rec:
    def child(self):
        class Rec(type(self)):
            pass
        return Rec()
r = Rec().child().child()
print(len(type(r).__mro__), type(r).__qualname__)

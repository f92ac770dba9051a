# Descriptors: __get__, __set__, __delete__, __set_name__, data against non-data.
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name):
        self.name = name
        print("named", owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, f"no {self.name}")
    def __set__(self, obj, v):
        if not isinstance(v, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        obj.__dict__[self.name] = v
    def __delete__(self, obj):
        print("delete", self.name)
        del obj.__dict__[self.name]
class P:
    age = Typed(int)
    name = Typed(str)
p = P()
print(p.age, p.name, P.age.kind is int)
p.age = 5
p.name = "n"
p.__dict__["age"] = 6
print(p.age, p.name, p.__dict__)
try:
    p.age = "x"
except TypeError as e:
    print(e)
del p.age
print(p.age)
class NonData:
    def __get__(self, obj, owner): return (obj is None, owner.__name__)
class Q:
    d = NonData()
class R(Q): pass
q = Q()
print(q.d, Q.d, R.d, R().d)
q.d = "shadow"
print(q.d, q.__dict__)
class Method:
    def __init__(self, f): self.f = f
    def __get__(self, obj, owner):
        return lambda *a: self.f(obj, *a)
class S:
    v = 3
    @Method
    def times(self, n): return self.v * n
print(S().times(4))
class Only:
    def __set__(self, obj, v): obj.__dict__["o"] = v * 2
class T:
    o = Only()
t = T()
t.o = 4
print(t.o)
class cached:
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.n = name
    def __get__(self, obj, owner):
        v = obj.__dict__[self.n] = self.f(obj)
        return v
class U:
    @cached
    def slow(self):
        print("computing")
        return 7
u = U()
print(u.slow, u.slow)

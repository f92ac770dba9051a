# Methods patched on classes and instances, __class__ assignment, setattr loops.
class A:
    def m(self): return "A.m"
    def call(self): return self.m()
class B(A): pass
a, b = A(), B()
a.m = lambda: "instance m"
print(a.m(), a.call(), b.call())
A.m = lambda self: "patched"
print(a.call(), b.call(), A().call())
B.m = lambda self: "B patched " + super(B, self).m()
print(b.call())
del B.m
print(b.call())
del a.m
print(a.m())
class C:
    def m(self): return "C.m"
a.__class__ = C
print(a.m(), type(a).__name__, isinstance(a, A))
o = A()
for i, n in enumerate(["p", "q", "r"]):
    setattr(o, n, i)
print(o.__dict__, [getattr(o, n) for n in "pqr"], vars(o) is o.__dict__)
o.__dict__.update(s=9, p="new")
o.__dict__["t"] = 1
print(o.s, o.p, o.t, sorted(o.__dict__))
del o.__dict__["q"]
print(hasattr(o, "q"))
class Cfg:
    def __init__(self, **kw): self.__dict__.update(kw)
    def __repr__(self): return "Cfg(" + ", ".join(f"{k}={v!r}" for k, v in self.__dict__.items()) + ")"
print(Cfg(a=1, b="x"), Cfg())
for name in ("alpha", "beta"):
    def method(self, name=name): return name
    setattr(Cfg, "get_" + name, method)
print(Cfg().get_alpha(), Cfg().get_beta())
A.counter = 0
def bump(self):
    A.counter += 1
    return A.counter
A.bump = bump
print(A().bump(), b.bump(), A.counter)
func = A.bump
print(func(None))
o.extra = lambda k: (type(o).__name__, k)
print(o.extra(5))
class Empty: pass
x = Empty()
x.f = max
print(x.f(1, 2), Empty.__dict__.get("f"))

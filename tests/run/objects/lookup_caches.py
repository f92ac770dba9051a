# What a class answered once must not outlive a change of the class, its bases, or the instance.


class Base:
    kind = "base"

    def name(self):
        return "Base.name"


class Derived(Base):
    pass


class Other(Base):
    def name(self):
        return "Other.name"


def ask(x):
    try:
        print(type(x).__name__, x.kind, x.name())
    except AttributeError as e:
        print("AttributeError:", e)


d = Derived()
ask(d)
Base.name = lambda self: "changed in the base"
ask(d)
Derived.name = lambda self: "changed in the class"
ask(d)
d.name = lambda: "own"
ask(d)
del d.name
ask(d)
del Derived.name
ask(d)
Base.kind = property(lambda self: "a property")
ask(d)
Derived.kind = "plain again"
ask(d)
d.kind = "own"
ask(d)
d.__class__ = Other
ask(d)
del Derived.kind
del Base.kind
ask(d)
del d.kind
ask(d)


# Hooks that appear and go.
def hooked(self, name, value):
    print("set", name, value)


class Plain:
    def __init__(self, v):
        self.v = v


p = Plain(1)
Plain.__setattr__ = hooked
p.v = 2
q = Plain(3)
print(p.v, hasattr(q, "v"))
del Plain.__setattr__
p.v = 4
print(p.v)
Plain.__getattribute__ = lambda self, name: "all " + name
print(p.v, p.other)
del Plain.__getattribute__
Plain.__getattr__ = lambda self, name: "missing " + name
print(p.v, p.other)
del Plain.__getattr__
print(hasattr(p, "other"))
Plain.__init__ = lambda self: None
print(Plain().__dict__)
Plain.__new__ = lambda cls, *a: "made"
print(Plain(1, 2))
Plain.__del__ = lambda self: print("del")
del p, q


# The same names at different places, and many of them.
class Bag:
    def __init__(self, names):
        for i, name in enumerate(names):
            setattr(self, name, i)


first = Bag(["a", "b", "c"])
second = Bag(["c", "b", "a"])
for bag in first, second, first:
    print(bag.a, bag.b, bag.c)
big = Bag([f"n{i}" for i in range(300)])
print(sum(getattr(big, f"n{i}") for i in range(300)), len(vars(big)))
for i in range(0, 300, 2):
    delattr(big, f"n{i}")
print(hasattr(big, "n0"), big.n299, getattr(big, "n1"))
vars(big)["n0"] = "through the dict"
print(big.n0, big.n1)
big.n1 = "stored"
print(vars(big)["n1"], len(vars(big)))


# Diamonds: super() follows the MRO of the instance.
class A:
    def f(self):
        return ["A"]


class B(A):
    def f(self):
        return ["B"] + super().f()


class C(A):
    def f(self):
        return ["C"] + super().f()


class D(B, C):
    def f(self):
        return ["D"] + super().f()


print(D().f(), B().f(), A.__subclasses__() == [B, C])
C.f = lambda self: ["changed"]
print(D().f())

# Single and multiple inheritance, super, MRO, method resolution.
class A:
    x = "A.x"
    def __init__(self, v=0):
        self.v = v
    def who(self):
        return "A"
    def call(self):
        return self.who() + "!"
class B(A):
    def __init__(self, v, w):
        super().__init__(v)
        self.w = w
    def who(self):
        return "B" + super().who()
class C(A):
    x = "C.x"
    def who(self):
        return "C" + super().who()
class D(B, C):
    def who(self):
        return "D" + super().who()
d = D(1, 2)
print(d.v, d.w, d.x, d.who(), d.call(), B(1, 2).who(), [k.__name__ for k in D.__mro__], D.__bases__ == (B, C), D.__base__ is B)
print(isinstance(d, A), isinstance(d, (int, C)), issubclass(D, A), issubclass(D, (str,)), isinstance(B(1, 2), C), issubclass(A, A), super(B, d).who(), super(C, d).who(), A.who(d), B.call(d))
try:
    class X(A, B): pass
except TypeError as e:
    print(e)
try:
    class Y(5): pass
except TypeError as e:
    print(type(e).__name__)
try:
    B(1)
except TypeError as e:
    print(e)
class E(A): pass
print(E().v, E(5).v, E().who(), E.x, E.__name__, E.__init__ is A.__init__)
class Base:
    def __init__(self, **kw):
        self.log = ["Base"]
        print("Base got", kw)
class L(Base):
    def __init__(self, l=1, **kw):
        super().__init__(**kw)
        self.log.append(("L", l))
class R(Base):
    def __init__(self, r=2, **kw):
        super().__init__(**kw)
        self.log.append(("R", r))
class LR(L, R):
    def __init__(self, **kw):
        super().__init__(**kw)
print(LR(l=10, r=20).log, LR().log)
try:
    LR(bad=1)
    object.__init__(LR(), 1)
except TypeError as e:
    print(e)
class P:
    @classmethod
    def make(cls, *a):
        return cls(*a)
    @property
    def name(self):
        return type(self).__name__
class Q(P):
    @classmethod
    def make(cls):
        return "Q:" + super().make().name
    @property
    def name(self):
        return super().name.lower()
print(P.make().name, Q.make(), Q().name)
A.x = "new"
print(B.x, C.x, d.x)

# super in its forms: zero-argument, two-argument, in class methods, nested functions and comprehensions.
class A:
    tag = "A"
    def f(self, x=0): return f"A.f({x})"
    @classmethod
    def c(cls): return "A.c " + cls.__name__
    @staticmethod
    def s(): return "A.s"
    def __len__(self): return 3
class B(A):
    tag = "B"
    def f(self, x=0): return "B>" + super().f(x + 1)
    @classmethod
    def c(cls): return "B>" + super().c()
    @staticmethod
    def s(): return "B>" + super(B, B).s()
    def attr(self): return super().tag, super(B, self).tag
    def lam(self): return (lambda: super(B, self).f(9))()
    def bound(self):
        m = super().f
        return m(7)
    def __len__(self): return super().__len__() + 1
class C(A):
    def f(self, x=0): return "C>" + super().f(x + 10)
class D(B, C):
    def f(self, x=0): return "D>" + super().f(x)
b = B()
print(b.f(), B.c(), b.c(), B.s(), b.attr(), b.lam(), b.bound(), len(b), D().f(), D.c(), D().lam(), D().bound())
for f in (lambda: super(B, 5).f(), lambda: super(B, b).nope, lambda: super(5, b)):
    try:
        print(f())
    except (RuntimeError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
class E(A):
    def f(self, x=0):
        self = "rebound"
        try:
            return super().f()
        except TypeError as e:
            return str(e)
print(E().f())
class G(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.n = len(self)
    def get(self, k, d="none"): return super().get(k, d)
g = G({"a": 1}, b=2)
print(g, g.n, g.get("a"), g.get("z"))
class Ex(ValueError):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code
    def __str__(self): return f"[{self.code}] {super().__str__()}"
try:
    raise Ex(7, "bad")
except ValueError as e:
    print(e, e.args, repr(e), e.code)

# classmethod, staticmethod, alternative constructors, calls through class and instance.
class Date:
    fmt = "-"
    made = 0
    def __init__(self, y, m, d):
        self.y, self.m, self.d = y, m, d
        type(self).made += 1
    @classmethod
    def parse(cls, s):
        return cls(*map(int, s.split(cls.fmt)))
    @staticmethod
    def leap(y):
        return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
    @classmethod
    def count(cls): return cls.__name__, cls.made
    def __str__(self): return f"{self.y:04}{self.fmt}{self.m:02}{self.fmt}{self.d:02}"
    def is_leap(self): return self.leap(self.y)
class Slash(Date):
    fmt = "/"
a = Date.parse("2024-2-29")
b = Slash.parse("1900/1/2")
print(a, b, type(b).__name__, a.is_leap(), b.is_leap(), Date.leap(2000), a.leap(2023), Date.count(), Slash.count(), b.count(), a.parse("1-1-1"))
f = Date.parse
g = a.leap
print(f("5-5-5"), g(4), f.__self__ is Date, Slash.parse.__self__ is Slash, f.__name__)
class R:
    registry = {}
    def __init_subclass__(cls, key=None, **kw):
        super().__init_subclass__(**kw)
        R.registry[key or cls.__name__] = cls
class X(R): pass
class Y(R, key="why"): pass
print(sorted(R.registry), R.registry["why"] is Y)
class S:
    @staticmethod
    def helper(x): return x * 2
    table = {"d": helper}
    @classmethod
    def k(cls, n): return [cls.helper(i) for i in range(n)]
    value = 3
    double = value * 2
print(S.k(3), S.double, S().helper(4))
try:
    S.value2 = [S.value + i for i in range(2)]
    print(S.value2)
    class Scope:
        n = 2
        xs = [n * i for i in range(3)]
except NameError as e:
    print(e)
class First:
    n = 2
    xs = [i for i in range(n)]
    ys = list(map(lambda v: v + 1, xs))
print(First.xs, First.ys)

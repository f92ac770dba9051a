# TypeError texts of wrong calls.
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def dflt(a, b=1): pass
def kwonly(a, *, k): pass
def kwonly2(*, k, l, m=1): pass
def posonly(a, b, /): pass
def mixed(a, b, /, c, *, d): pass
def star(a, *args): pass
class C:
    def m(self, x): pass
    @classmethod
    def cm(cls, x): pass
    @staticmethod
    def sm(x): pass
class D:
    def __init__(self, x, y): pass
lam = lambda x: x
for f in (lambda: none(1), lambda: none(1, 2), lambda: none(x=1), lambda: one(), lambda: one(1, 2), lambda: one(1, a=2), lambda: one(b=1), lambda: two(), lambda: two(1), lambda: two(b=1), lambda: two(1, 2, 3), lambda: three(), lambda: three(1), lambda: dflt(), lambda: dflt(1, 2, 3), lambda: dflt(1, c=3), lambda: kwonly(1), lambda: kwonly(1, 2), lambda: kwonly(1, 2, k=3), lambda: kwonly(1, k=1, z=2), lambda: kwonly2(), lambda: kwonly2(k=1), lambda: kwonly2(1, 2), lambda: posonly(), lambda: posonly(1), lambda: posonly(a=1, b=2), lambda: posonly(1, b=2), lambda: mixed(1, 2), lambda: mixed(1, 2, 3), lambda: mixed(1, 2, c=3, d=4, e=5), lambda: mixed(1, b=2, c=3, d=4), lambda: star(), lambda: C().m(), lambda: C().m(1, 2), lambda: C.m(), lambda: C.cm(), lambda: C.sm(), lambda: C().sm(1, 2), lambda: C(1), lambda: D(), lambda: D(1), lambda: D(1, 2, 3), lambda: lam(), lambda: lam(1, 2), lambda: two(*[1, 2, 3]), lambda: two(*5), lambda: two(**5), lambda: two(**{"a": 1, "z": 2}), lambda: two(**{1: 2}), lambda: one(1, **{"a": 2}), lambda: (5)(), lambda: "x"(1), lambda: None(), lambda: [](0), lambda: C()(), lambda: dict(a=1, **{"a": 2}), lambda: two(**{"a": 1}, **{"a": 2}), lambda: one(*[], **{}), lambda: C.m(C()), lambda: C().m(y=1)):
    try:
        print(f())
    except TypeError as e:
        print(e)

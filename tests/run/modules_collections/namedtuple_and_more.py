# namedtuple and OrderedDict.
from collections import namedtuple, OrderedDict
P = namedtuple("P", ["x", "y"])
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), p._asdict(), p._replace(x=9), P._fields, P._make([3, 4]), len(p), [*p], hash(p) == hash((1, 2)), isinstance(p, tuple), p + (3,), p < P(1, 3), {p: 1}[(1, 2)])
x, y = p
Q = namedtuple("Q", "a b c", defaults=[10, 20])
print(Q(1), Q(1, 2), Q._field_defaults, Q.__name__, namedtuple("R", "a,b")(1, 2), namedtuple("S", "")())
for f in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: setattr(p, "x", 5), lambda: p.z, lambda: namedtuple("T", "a a"), lambda: namedtuple("T", "class"), lambda: namedtuple("1T", "a"), lambda: namedtuple("T", "_x"), lambda: p._replace(q=1)):
    try:
        print(f())
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)
class Pt(namedtuple("Pt", "x y")):
    __slots__ = ()
    @property
    def norm(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __add__(self, o): return Pt(self.x + o.x, self.y + o.y)
print(Pt(3, 4).norm, Pt(1, 2) + Pt(3, 4), sorted([Pt(2, 1), Pt(1, 5)]))
od = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
od.move_to_end("a"); print(od)
od.move_to_end("c", last=False); print(list(od), od.popitem(), od.popitem(last=False), od)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, list(reversed(OrderedDict(a=1, b=2))), OrderedDict())

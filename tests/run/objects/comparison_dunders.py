# Comparison methods, hashing rules, total ordering by hand.
class P:
    def __init__(self, x, y): self.x, self.y = x, y
    def __eq__(self, o): return isinstance(o, P) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __lt__(self, o): return (self.x, self.y) < (o.x, o.y)
    def __le__(self, o): return (self.x, self.y) <= (o.x, o.y)
    def __repr__(self): return f"P({self.x}, {self.y})"
a, b, c = P(1, 2), P(1, 2), P(0, 9)
print(a == b, a != b, a is b, a == "x", a != c, hash(a) == hash(b), len({a, b, c}), {a: "v"}[b], a in [c, b], [c, a].index(b), (a,) == (b,))
print(c < a, a > c, a <= b, a >= b, sorted([a, c]), max(a, c), min([a, c]), [a, c] < [a, a])
class OnlyEq:
    def __eq__(self, o): return True
try:
    hash(OnlyEq())
except TypeError as e:
    print(e)
try:
    {OnlyEq()}
except TypeError as e:
    print(e)
print(OnlyEq.__hash__, OnlyEq() == 5, OnlyEq() != 5, 5 == OnlyEq())
class Sub(OnlyEq):
    __hash__ = object.__hash__
print(len({Sub()}))
class NoOrder: pass
for f in (lambda: NoOrder() < NoOrder(), lambda: NoOrder() >= 1, lambda: sorted([NoOrder(), NoOrder()]), lambda: max(NoOrder(), 1)):
    try:
        f()
    except TypeError as e:
        print(e)
class H:
    def __hash__(self): return "not int"
try:
    hash(H())
except TypeError as e:
    print(e)
class Big:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n
print(hash(Big(2 ** 61 - 1)), hash(Big(-1)), hash(Big(2 ** 70)), hash(Big(True)), hash(Big(5)))
class Rev:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v > o.v
print([r.v for r in sorted(map(Rev, [1, 3, 2]))], Rev(1) > Rev(2))
from functools import total_ordering
@total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(T(1) <= T(1), T(2) >= T(3), T(2) > T(1), T(1) != T(2))

# match: sequences, mappings, classes, nesting, stars, bindings on failure.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Circle:
    def __init__(self, center, r): self.center, self.r = center, r
def f(v):
    match v:
        case Point(0, 0):
            return "origin"
        case Point(x, 0) | Point(0, x):
            return f"axis {x}"
        case Point(x=a, y=b) if a == b:
            return f"diag {a}"
        case Point():
            return "point"
        case Circle(center=Point(cx, cy), r=r):
            return f"circle {cx} {cy} {r}"
        case {"type": "add", "args": [a, b]}:
            return f"add {a} {b}"
        case {"type": str(t), **rest}:
            return f"type {t} rest {rest}"
        case {}:
            return "mapping"
        case [1, [2, *inner], *_]:
            return f"nested {inner}"
        case [int(a), str(b)]:
            return f"int-str {a} {b}"
        case (a, b, *rest) if rest:
            return f"three+ {a} {b} {rest}"
        case [*all]:
            return f"seq {all}"
        case str(s):
            return "str " + s
        case float() | int() as num:
            return f"num {num}"
for v in (Point(0, 0), Point(3, 0), Point(0, 4), Point(2, 2), Point(1, 2), Circle(Point(1, 2), 5), {"type": "add", "args": [1, 2]}, {"type": "sub", "x": 1}, {"other": 1}, {}, [1, [2, 3, 4], 5], [1, [2]], [7, "s"], (1, 2, 3, 4), (1, 2), [], "text", 2.5, 7, range(3), None, {"type": 5}, {1, 2}, b"ab"):
    print(f(v))
def g(p):
    match p:
        case {"user": {"name": n, "tags": [first, *_]}}:
            return n, first
        case {"user": {"name": n}}:
            return n
        case {1: a, "k": None}:
            return "num key", a
        case _:
            return "no"
print(g({"user": {"name": "A", "tags": ["x", "y"]}}), g({"user": {"name": "B", "tags": []}}), g({1: 2, "k": None}), g([]))
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as e:
    print(e)
try:
    match Circle(1, 2):
        case Circle(1):
            pass
except TypeError as e:
    print(e)
match (1, 2, 3):
    case (a, b, 9):
        pass
    case _:
        print("no match")
from collections import namedtuple
NT = namedtuple("NT", "a b")
match NT(1, 2):
    case NT(a, b):
        print("nt", a, b)
match {"a": 1}:
    case {"a": int(v)}:
        print("cls in map", v)
match [[1, 2], [3, 4]]:
    case [[a, b], [c, d]]:
        print(a * d - b * c)
def ev(e):
    match e:
        case int() | float(): return e
        case ("+", a, b): return ev(a) + ev(b)
        case ("*", a, b): return ev(a) * ev(b)
        case ("neg", a): return -ev(a)
print(ev(("+", 1, ("*", 2, ("neg", 3)))))

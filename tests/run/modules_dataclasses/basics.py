# dataclass: generated methods, defaults, ordering, frozen, fields, asdict, replace.
from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, is_dataclass
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    def norm(self): return abs(self.x) + abs(self.y)
p, q = P(1), P(1, 2, ["t"])
p.tags.append("own")
print(p, q, p == P(1, 0, ["own"]), p != q, p.norm(), asdict(q), astuple(q), replace(q, x=9), [f.name for f in fields(P)], is_dataclass(p), is_dataclass(int), P(x=5, y=6), P.y, P.__name__)
for f in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: P(z=1), lambda: p < q, lambda: hash(p), lambda: replace(p, bad=1)):
    try:
        print(f())
    except TypeError as e:
        print(e)
@dataclass(order=True, frozen=True)
class V:
    major: int
    minor: int = 0
    name: str = field(default="", compare=False)
vs = [V(1, 2, "b"), V(1, 0, "a"), V(0, 9)]
print(sorted(vs), max(vs), V(1, 2, "x") == V(1, 2, "y"), hash(V(1)) == hash(V(1)), {V(1): "k"}[V(1, 0)], V(1) < V(2), V(1) >= V(1))
try:
    vs[0].major = 5
except FrozenInstanceError as e:
    print(type(e).__name__, e)
@dataclass
class Base:
    a: int
    b: str = "b"
@dataclass
class Derived(Base):
    c: float = 1.5
    b: str = "over"
    def __post_init__(self):
        self.total = self.a + self.c
d = Derived(1)
print(d, d.total, isinstance(d, Base), Derived(1, "x", 2.0), Derived(1) == Base(1))
@dataclass(repr=False, eq=False)
class Plain:
    v: int = field(repr=False, default=3)
print(Plain().v, Plain() == Plain())
@dataclass
class Hidden:
    shown: int
    secret: str = field(repr=False, default="s")
    computed: int = field(init=False, default=7)
    k: int = field(default=0, kw_only=True)
print(Hidden(1), Hidden(1, k=5), Hidden(1).secret)
@dataclass
class Tree:
    value: int
    kids: list["Tree"] = field(default_factory=list)
    def total(self): return self.value + sum(k.total() for k in self.kids)
t = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(t.total(), t, asdict(t))
try:
    @dataclass
    class Bad:
        xs: list = []
except ValueError as e:
    print(e)
try:
    @dataclass
    class Bad2:
        a: int = 1
        b: int
except TypeError as e:
    print(e)

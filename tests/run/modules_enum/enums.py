# enum: members, lookup, iteration, IntEnum, Flag, auto, methods.
from enum import Enum, IntEnum, auto, unique, Flag, IntFlag
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def describe(self): return f"{self.name.lower()}={self.value}"
    @classmethod
    def first(cls): return cls.RED
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], list(Color), len(Color), Color.CRIMSON, Color.CRIMSON is Color.RED, Color.RED == Color.RED, Color.RED != Color.GREEN, Color.RED == 1, Color.GREEN.describe(), Color.first(), isinstance(Color.RED, Color), type(Color.RED), Color.RED in Color, {Color.RED: "r"}[Color.RED], [c.name for c in Color], Color.__members__["CRIMSON"], f"{Color.RED}", "%s" % Color.BLUE, str([Color.RED]))
for f in (lambda: Color(9), lambda: Color["NOPE"], lambda: Color.NOPE, lambda: Color.RED < Color.GREEN, lambda: setattr(Color, "RED", 5), lambda: Color()):
    try:
        print(f())
    except (ValueError, KeyError, AttributeError, TypeError) as e:
        print(type(e).__name__, e)
class Prio(IntEnum):
    LOW = 1
    HIGH = 10
print(Prio.LOW < Prio.HIGH, Prio.HIGH + 1, Prio.LOW == 1, sorted([Prio.HIGH, Prio.LOW]), repr(Prio.LOW), str(Prio.LOW), f"{Prio.LOW}", [10, 20][Prio.LOW], max(Prio), Prio(10).name, int(Prio.HIGH))
class Auto(Enum):
    A = auto()
    B = auto()
    C = "explicit"
print([(m.name, m.value) for m in Auto])
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius
    @property
    def density(self): return round(self.mass / self.radius ** 3, 4)
print([(p.name, p.mass, p.density) for p in Planet], Planet.EARTH.value)
class Perm(Flag):
    R = 4
    W = 2
    X = 1
print(Perm.R | Perm.W, Perm.R in (Perm.R | Perm.X), (Perm.R | Perm.W) & Perm.W, bool(Perm.R & Perm.W), (Perm.R | Perm.X).value, ~Perm.R, Perm(3))
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
class State(Enum):
    IDLE = "idle"
    RUN = "run"
    def next(self):
        return State.RUN if self is State.IDLE else State.IDLE
s = State.IDLE
for _ in range(3):
    s = s.next()
    print(s, end=" ")
print()
match s:
    case State.RUN:
        print("running")
F = Enum("F", "X Y Z")
print(list(F), F.Y.value)

from enum import IntEnum


class Dir(IntEnum):
    DOWN = -1
    IDLE = 0
    UP = 1


class Elevator:
    def __init__(self, floors):
        self.floors = floors
        self.at = 0
        self.direction = Dir.IDLE
        self.requests = set()
        self.log = []
        self.moved = 0

    def call(self, floor):
        if not 0 <= floor < self.floors:
            raise ValueError(f"floor {floor} does not exist (0 to {self.floors - 1})")
        self.requests.add(floor)

    def step(self):
        if self.at in self.requests:
            self.requests.discard(self.at)
            self.log.append(f"open {self.at}")
            return True
        if not self.requests:
            self.direction = Dir.IDLE
            return False
        above = any(r > self.at for r in self.requests)
        below = any(r < self.at for r in self.requests)
        if self.direction == Dir.UP and not above or self.direction == Dir.DOWN and not below or self.direction is Dir.IDLE:
            self.direction = Dir.UP if above else Dir.DOWN
        self.at += self.direction
        self.moved += 1
        return True


e = Elevator(10)
for f in (3, 7, 1):
    e.call(f)
script = {4: 2, 6: 9, 12: 0}
t = 0
while e.step() or any(k > t for k in script):
    t += 1
    if t in script:
        e.call(script[t])
        print(f"t={t}: call {script[t]} while at {e.at} going {e.direction.name}")
    if t > 60:
        break
print(e.log, e.moved, t, e.direction, repr(e.direction))
for bad in (10, -1):
    try:
        e.call(bad)
    except ValueError as x:
        print(x)

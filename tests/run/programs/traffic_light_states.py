from enum import Enum


class Light(Enum):
    RED = ("stop", 3)
    GREEN = ("go", 2)
    YELLOW = ("slow", 1)

    def __init__(self, advice, ticks):
        self.advice = advice
        self.ticks = ticks


TRANSITIONS = {Light.RED: Light.GREEN, Light.GREEN: Light.YELLOW, Light.YELLOW: Light.RED}


class Machine:
    def __init__(self):
        self.state = Light.RED
        self.left = self.state.ticks
        self.handlers = {}
        self.trace = []

    def on(self, state):
        def register(fn):
            self.handlers.setdefault(state, []).append(fn)
            return fn
        return register

    def tick(self):
        self.left -= 1
        if self.left == 0:
            self.state = TRANSITIONS[self.state]
            self.left = self.state.ticks
            for h in self.handlers.get(self.state, []):
                h(self)
        self.trace.append(self.state.name[0])


m = Machine()

@m.on(Light.GREEN)
def cars(machine):
    print("cars drive:", machine.state.advice)

@m.on(Light.RED)
@m.on(Light.YELLOW)
def warn(machine):
    print("warning", machine.state)

for _ in range(14):
    m.tick()
print("".join(m.trace), m.state, [s.name for s in Light], Light.RED.value)

class Door:
    table = {("closed", "open"): "opened", ("opened", "close"): "closed", ("closed", "lock"): "locked", ("locked", "unlock"): "closed"}
    def __init__(self): self.state = "closed"
    def send(self, event):
        try:
            self.state = self.table[self.state, event]
        except KeyError:
            raise ValueError(f"cannot {event} a {self.state} door") from None
        return self

d = Door()
for e in ("open", "lock", "close", "lock", "open", "unlock"):
    try:
        print(e, "->", d.send(e).state)
    except ValueError as err:
        print(err, err.__cause__)

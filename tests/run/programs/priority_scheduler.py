from dataclasses import dataclass, field
from heapq import heappush, heappop
from typing import Optional


@dataclass(order=True)
class Task:
    priority: int
    seq: int
    name: str = field(compare=False)
    needs: list = field(compare=False, default_factory=list)
    cost: int = field(compare=False, default=1)


class Scheduler:
    def __init__(self, workers: int = 1) -> None:
        self.tasks = {}
        self.done = []
        self.workers = workers
        self.clock = 0

    def add(self, name: str, priority: int = 5, needs: Optional[list] = None, cost: int = 1) -> "Scheduler":
        if name in self.tasks:
            raise KeyError(f"duplicate task {name}")
        self.tasks[name] = Task(priority, len(self.tasks), name, needs or [], cost)
        return self

    def run(self):
        waiting = {n: set(t.needs) for n, t in self.tasks.items()}
        for n, needs in waiting.items():
            for m in needs - self.tasks.keys():
                raise LookupError(f"{n} needs unknown {m}")
        ready, running = [], []
        for n, needs in waiting.items():
            if not needs:
                heappush(ready, self.tasks[n])
        while ready or running:
            while ready and len(running) < self.workers:
                t = heappop(ready)
                heappush(running, (self.clock + t.cost, t.seq, t))
                print(f"[{self.clock:>2}] start {t.name} (p{t.priority})")
            self.clock, _, t = heappop(running)
            self.done.append(t.name)
            for n, needs in waiting.items():
                if t.name in needs:
                    needs.remove(t.name)
                    if not needs:
                        heappush(ready, self.tasks[n])
        stuck = [n for n in self.tasks if n not in self.done]
        if stuck:
            raise RuntimeError("cycle among " + ", ".join(sorted(stuck)))
        return self.clock


s = Scheduler(2)
s.add("fetch", 1, cost=3).add("configure", 2).add("build", 3, ["fetch", "configure"], 4).add("docs", 9, ["fetch"], 2).add("test", 1, ["build"], 2).add("ship", 5, ["test", "docs"])
print(s.run(), s.done)
print(Task(1, 2, "x"), Task(1, 2, "x") < Task(2, 1, "a"), Task(1, 1, "p") == Task(1, 1, "q"))
for setup in (lambda q: q.add("a", needs=["b"]).add("b", needs=["a"]), lambda q: q.add("a").add("a"), lambda q: q.add("a", needs=["zz"])):
    q = Scheduler()
    try:
        setup(q).run()
    except (KeyError, RuntimeError, LookupError) as e:
        print(type(e).__name__, e)

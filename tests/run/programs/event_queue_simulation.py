import heapq
import random


class Simulation:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.now = 0.0
        self.events = []
        self.serial = 0
        self.queue = []
        self.busy = 0
        self.waits = []
        self.served = 0

    def schedule(self, delay, action, *args):
        self.serial += 1
        heapq.heappush(self.events, (self.now + delay, self.serial, action, args))

    def arrive(self, n):
        self.queue.append((n, self.now))
        if n < 20:
            self.schedule(self.rng.expovariate(1 / 2), self.arrive, n + 1)
        self.start()

    def start(self):
        while self.queue and self.busy < 2:
            n, t = self.queue.pop(0)
            self.waits.append(self.now - t)
            self.busy += 1
            self.schedule(self.rng.uniform(1, 6), self.finish, n)

    def finish(self, n):
        self.busy -= 1
        self.served += 1
        if n % 5 == 0:
            print(f"t={self.now:7.3f} customer {n} leaves, {len(self.queue)} waiting")
        self.start()

    def run(self):
        self.schedule(0, self.arrive, 1)
        while self.events:
            self.now, _, action, args = heapq.heappop(self.events)
            action(*args)
        return self.served, max(self.waits), sum(self.waits) / len(self.waits)


for seed in (1, 2):
    served, worst, mean = Simulation(seed).run()
    print(served, f"{worst:.4f} {mean:.4f}")

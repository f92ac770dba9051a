class P:
    def __init__(self, x):
        self.x = x
    def get(self):
        return self.x
class D(P):
    def __init__(self, x, y):
        P.__init__(self, x)
        self.y = y
    def get(self):
        return super().get() + self.y
class E(D):
    pass
ps = [P(1.5), D(2.5, 1.0), E(0.5, 0.25)]
print(ps[0] in ps, P(1.5) in ps, ps.index(ps[1]), ps[0] == ps[0], ps[0] != ps[1], ps[0] is ps[0])
print([p.get() for p in ps], sum(p.get() for p in ps), max(ps, key=lambda p: p.get()).x)
best = None
for p in ps:
    if best is None or p.get() > best.get():
        best = p
print(best.x, isinstance(best, D), type(best).__name__)
d = {}
for i, p in enumerate(ps):
    d[p] = i
print(d[ps[1]], len(d), ps[2] in d)
def total(shapes):
    t = 0.0
    for s in shapes:
        t += s.get()
    return t
print(total(ps), total([]))
class Cell:
    def __init__(self): self.alive = False; self.n = 0
class Grid:
    def __init__(self, w, h):
        self.w = w; self.h = h
        self.cells = [[Cell() for _ in range(w)] for _ in range(h)]
    def at(self, r, c):
        return self.cells[r % self.h][c % self.w]
    def count(self):
        for r in range(self.h):
            for c in range(self.w):
                self.at(r, c).n = sum(self.at(r + i, c + j).alive for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j)
        return [[x.n for x in row] for row in self.cells]
g = Grid(3, 3)
g.at(0, 0).alive = True
g.at(1, 1).alive = True
print(g.count())
class Queue:
    def __init__(self, cap=3):
        self.data = [0] * cap
        self.head = self.size = 0
    def push(self, v):
        if self.size == len(self.data):
            raise OverflowError("full")
        self.data[(self.head + self.size) % len(self.data)] = v
        self.size += 1
    def pop(self):
        if not self.size:
            raise IndexError("empty")
        v = self.data[self.head]
        self.head = (self.head + 1) % len(self.data)
        self.size -= 1
        return v
q = Queue()
for v in [1, 2, 3]: q.push(v)
try: q.push(4)
except OverflowError as e: print(e)
print(q.pop(), q.pop(), q.pop(), q.size)
try: q.pop()
except IndexError as e: print(e)
q2 = Queue(cap=1); q2.push("text"); print(q2.pop())

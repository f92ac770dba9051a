class Poly:
    def __init__(self, *c): self.c = c
    def __call__(self, x): return sum(k * x ** i for i, k in enumerate(self.c))
    def __getitem__(self, i): return self.c[i]
    def __len__(self): return len(self.c)
    def __contains__(self, k): return k in self.c
    def __iter__(self): return iter(self.c)
    def __neg__(self): return Poly(*(-k for k in self.c))
    def __repr__(self): return " + ".join(f"{k}x^{i}" for i, k in enumerate(self.c))
p = Poly(1, 2, 3)
print(p(2), p[0], p[-1], p[1:], len(p), 2 in p, list(p), -p, p, [p(x) for x in range(3)], list(map(p, [0, 1])), max(p), sorted(p, reverse=True))
class Table:
    def __init__(self): self.cells = {}
    def __setitem__(self, k, v): self.cells[k] = v
    def __getitem__(self, k): return self.cells.get(k, 0)
    def __delitem__(self, k): self.cells.pop(k)
t = Table()
t[1, 2] = 5
t["k"] = 1
t[1, 2] += 10
t["new"] -= 1
print(t[1, 2], t["k"], t[None], t.cells)
del t["k"]
try:
    del t["k"]
except KeyError as e:
    print("KeyError", e)

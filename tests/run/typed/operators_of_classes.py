class Counter:
    total = 0
    def __init__(self, start=0):
        self.n = start
        Counter.total += 1
    def inc(self, by=1):
        self.n += by
        return self
    def __str__(self):
        return f"nonlocal x<{self.n}>"
    def __repr__(self):
        return f"Counter({self.n})"
    def __eq__(self, other):
        return isinstance(other, Counter) and self.n == other.n
    def __add__(self, other):
        return Counter(self.n + (other.n if isinstance(other, Counter) else other))
    def __len__(self):
        return self.n
    def __bool__(self):
        return self.n > 0
a, b = Counter(), Counter(5)
a.inc().inc(3)
print(a, [a, b], a == Counter(4), a != b, a + b, a + 1, len(b), bool(Counter()), Counter.total, "yes" if b else "no")

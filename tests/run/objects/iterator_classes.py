class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1
print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(2)), [x for x in Countdown(3) if x != 2], dict(zip("ab", Countdown(5))), 2 in Countdown(3), tuple(Countdown(0)))
class Fib:
    def __init__(self, limit): self.limit = limit
    def __iter__(self):
        return FibIter(self.limit)
class FibIter:
    def __init__(self, limit): self.a, self.b, self.limit = 0, 1, limit
    def __iter__(self): return self
    def __next__(self):
        if self.a > self.limit:
            raise StopIteration("done")
        v, self.a, self.b = self.a, self.b, self.a + self.b
        return v
f = Fib(20)
print(list(f), list(f), [*f][-1], next(iter(f)))
a, b, *c = f
print(a, b, c)
for x in f:
    if x > 5:
        break
else:
    print("never")
print(x)
it = Countdown(2)
print(next(it), next(it), next(it, "end"))
try:
    next(it)
except StopIteration as e:
    print("stop", e.value)
class Bad:
    def __iter__(self): return self
try:
    for _ in Bad(): pass
except TypeError as e:
    print(e)

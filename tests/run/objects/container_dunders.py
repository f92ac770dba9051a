# __len__, __getitem__, __setitem__, __delitem__, __contains__, __iter__, __reversed__, __missing__, legacy iteration.
class Seq:
    def __init__(self, *xs): self.xs = list(xs)
    def __len__(self): return len(self.xs)
    def __getitem__(self, i):
        if isinstance(i, slice):
            return Seq(*self.xs[i])
        return self.xs[i]
    def __setitem__(self, i, v): self.xs[i] = v
    def __delitem__(self, i): del self.xs[i]
    def __repr__(self): return f"Seq{tuple(self.xs)}"
s = Seq(1, 2, 3)
print(len(s), s[0], s[-1], s[1:], list(s), 2 in s, 9 in s, list(reversed(s)), [x * 2 for x in s], max(s), sorted(s, reverse=True), bool(s), bool(Seq()), tuple(s), sum(s), list(zip(s, s)), list(enumerate(s)))
a, *b = s
s[0] = "z"
del s[1]
print(a, b, s, s[::-1], "z" in s, *s)
class Old:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i
print(list(Old()), 9 in Old(), 10 in Old(), tuple(Old()), dict(zip("ab", Old())), [*Old()])
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return iter(range(self.n))
    def __reversed__(self): return "rev"
    def __contains__(self, x): return x == "magic"
print(list(It(3)), reversed(It(3)), "magic" in It(0), 1 in It(3), set(It(2)), min(It(3)), ",".join(map(str, It(3))))
class Count:
    def __init__(self, n): self.i, self.n = 0, n
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i
c = Count(3)
print(next(c), list(c), list(c), next(c, "end"), [x + y for x in Count(2) for y in Count(2)], sum(Count(4)), 2 in Count(3))
class M(dict):
    def __missing__(self, k):
        self[k] = k * 2
        return self[k]
m = M(a=1)
print(m["a"], m["x"], m, m.get("q"), "q" in m, len(m))
class Bad:
    def __len__(self): return -1
    def __iter__(self): return 5
    def __contains__(self, x): raise KeyError(x)
class Bad2:
    def __len__(self): return "a"
    def __bool__(self): return 1
for f in (lambda: len(Bad()), lambda: list(Bad()), lambda: 1 in Bad(), lambda: len(Bad2()), lambda: bool(Bad2()), lambda: object()[0], lambda: len(object()), lambda: 1 in object(), lambda: iter(object()), lambda: next(object())):
    try:
        print(f())
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
def setit():
    object()[0] = 1
def delit():
    del object()[0]
for f in (setit, delit):
    try:
        f()
    except TypeError as e:
        print(e)

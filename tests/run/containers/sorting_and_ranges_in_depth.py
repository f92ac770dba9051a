# The order of comparisons while sorting, failures in the middle, ranges and slices of any size, deep nesting.
def tr(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


class C:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        log.append((self.v, o.v))
        return self.v < o.v

    def __repr__(self):
        return "C%s" % self.v


log = []


def rnd(n, seed):
    out = []
    for i in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        out.append(seed % 1000)
    return out


for n in (5, 20, 64, 70, 200, 500):
    for seed in (1, 7):
        a = [C(v) for v in rnd(n, seed)]
        a.sort()
        print(n, len(log), sum(x * 3 + y for x, y in log), hash(tuple(log)) , a[:3])
        log.clear()
        b = sorted(a + [C(v) for v in rnd(n, seed + 1)], reverse=True)
        print(n, len(log), hash(tuple(log)), b[:3])
        log.clear()


class Fail:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        if self.v == 50:
            raise ValueError("boom")
        return self.v < o.v

    def __repr__(self):
        return str(self.v)


a = [Fail(v) for v in list(range(40, 90)) + list(range(45))]
tr(lambda: a.sort())
print(a)
a = [Fail(v) for v in [3, 50, 2, 1]]
tr(lambda: a.sort(reverse=True))
print(a)


class Mod:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        lst.append(1)
        return self.v < o.v


lst = [Mod(2), Mod(1)]
tr(lambda: lst.sort())
print(len(lst))


def key(x):
    lst2.append(x)
    return x


lst2 = [3, 1, 2]
tr(lambda: lst2.sort(key=key))
print(lst2)


def seen(x):
    print(lst3, end=" ")
    return -x


lst3 = [3, 1, 2]
lst3.sort(key=seen)
print(lst3)
tr(lambda: [1, "a"].sort())
tr(lambda: [1, 2].sort(key=5))
tr(lambda: [1, 2].sort(key=lambda: 1))
tr(lambda: [3, 1].sort(foo=1))
tr(lambda: sorted())
tr(lambda: sorted(1))
tr(lambda: sorted([1], lambda x: x))
tr(lambda: sorted([2, 1], reverse="x"))
print(sorted("banana"), sorted({3: 1, 1: 2}), sorted([(1, "b"), (1, "a")]), sorted([True, False, 2, -1.5]), sorted([[2], [1, 5], []]))
nan = float("nan")
print(sorted([3.0, nan, 1.0, 2.0]), sorted([nan, 1, nan, 0]), sorted([5, 2.5, nan, 1]))
print(sorted(["b", "A", "a", "B"], key=str.lower), sorted([-3, 2, 1], key=abs, reverse=True), sorted(["aa", "b", "cc", "d"], key=len))
# ranges
r = range(10)
print(r, r[2:5], r[::-2], r[-1], len(r), 5 in r, 5.0 in r, "a" in r, r.index(4), r.count(3), r == range(0, 10, 1), hash(r) == hash(range(10)), list(reversed(range(0, 10, 3))))
tr(lambda: r[10])
tr(lambda: r["a"])
tr(lambda: r.index(20))
tr(lambda: range(0, 5, 0))
tr(lambda: range("a"))
tr(lambda: range(1.5))
tr(lambda: range())
tr(lambda: range(1, 2, 3, 4))
tr(lambda: r.append(1))
tr(lambda: r + r)
tr(lambda: setattr(r, "start", 1))
R = range(10**20, 10**20 + 5, 2)
print(R, list(R), len(R), R[1], R[-1], 10**20 + 2 in R, R.index(10**20 + 4), R[1:], list(reversed(R)), R == range(10**20, 10**20 + 6, 2), list(range(2**63 - 2, 2**63 + 2)), range(-(2**63), 2**63 - 1)[5])
tr(lambda: len(range(10**30)))
print(range(10**30)[10**29], range(0), range(5, 1), list(range(5, 1, -2)), range(3) == range(0, 3), range(0) == range(5, 1), range(1, 10, 3).stop, {range(3): 1}[range(0, 3, 1)])
print(slice(1), slice(1, 2), slice(None, None, -1), slice(1, 2, 3) == slice(1, 2, 3), slice(1).stop, slice(2, 10, 3).indices(7), slice(None, None, -1).indices(4))
tr(lambda: hash(slice(1)))
tr(lambda: slice())


class G:
    def __getitem__(self, k):
        return k

    def __setitem__(self, k, v):
        print("set", k, v)

    def __delitem__(self, k):
        print("del", k)


g = G()
print(g[1:2], g[::3], g[1, 2], g[1:2, 3], g[...], g[:])
g[1:2] = 5
g[1, 2] = 6
del g[3:]
deep = []
for i in range(100000):
    deep = [deep]
del deep
d = []
for i in range(3000):
    d = [d]
tr(lambda: len(repr(d)))
d2 = []
for i in range(3000):
    d2 = [d2]
tr(lambda: d == d2)
tr(lambda: (1, 2).foo)
tr(lambda: del_item((1, 2)))


def del_item(t):
    del t[0]


def set_item(t):
    t[0] = 1


tr(del_item, (1, 2))
tr(set_item, (1, 2))
tr(del_item, "ab")
tr(del_item, 5)
tr(set_item, "ab")
tr(set_item, 5)
tr(set_item, {1})
tr(del_item, {1})
tr(del_item, range(3))
tr(set_item, range(3))
tr(del_item, None)
tr(set_item, b"ab")
tr(del_item, {})
tr(del_item, [])
tr(set_item, [])

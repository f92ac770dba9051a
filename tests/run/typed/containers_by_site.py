def first(xs):
    return xs[0]
print(first([1, 2]), first(["a"]), first((3.5, 2)), first("xyz"))
def tot(xs):
    t = 0
    for x in xs:
        t += x
    return t
print(tot([]), tot([1.5]), tot([1, 2]), tot([True, True]))
xs = [1, 2]
xs.append(xs[0] > 0)
print(xs)
big = []
for i in range(70):
    big.append(2 ** i)
print(big[-1], sum(big))
dp = [0, 1]
for i in range(100):
    dp.append(dp[-1] + dp[-2])
print(dp[-1], max(dp), sorted(dp)[-1], dp.index(1), dp.count(1))
def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)
print([fact(i) for i in range(25)][-1])
words = "the quick brown the lazy the dog".split()
c = {}
for w in words:
    c[w] = c.get(w, 0) + 1
print(c, max(c, key=c.get), sorted(c, key=lambda k: (-c[k], k)))
print({k: v for k, v in c.items() if v > 1}, {len(w) for w in words} == {3, 5, 4})
m = [[i * j for j in range(3)] for i in range(3)]
print(m, [row[1] for row in m], list(zip(*m)), sum(sum(r) for r in m))
for i, (a, b) in enumerate(zip([1, 2], "ab"), 5):
    print(i, a, b)
s = "héllo wörld"
print(s[1], s[-1], s[::-1], s[1:4], s.upper(), len(s), s.find("w"), "lo" in s, s < "z")
for ch in s:
    if ch not in "helo ":
        print(ch, end="")
print()
t = (1, "a", 2.5)
a, b, *r = t
print(a, b, r, t[1:], t + (4,), t * 2)
print(divmod(-7, 2), divmod(7.5, 2), pow(2, 10, 7), round(2.5), round(2.567, 2), abs(-3), min(3, 1), max([2.0, 1.5]))
try:
    print([][0])
except IndexError as e:
    print(e)
try:
    print({"a": 1}["b"])
except KeyError as e:
    print(repr(e))
try:
    "abc".index("z")
except ValueError as e:
    print(e)
try:
    [1].remove(2)
except ValueError as e:
    print(e)
try:
    print("abc"[10])
except IndexError as e:
    print(e)
try:
    min([])
except ValueError as e:
    print(e)
x = [3, 1, 2]
x.sort(); print(x); x.sort(key=lambda v: -v); print(x); x.reverse(); print(x, x.pop(), x.pop(0), x)
def swap(a, i, j):
    a[i], a[j] = a[j], a[i]
swap(x := [1, 2, 3], 0, -1); print(x)
q = [(2, "b"), (1, "a")]
q.sort(); print(q, q[0] < q[1], (1, "a") in q)
import heapq
h = []
for v in [5, 3, 8]:
    heapq.heappush(h, (v, str(v)))
while h:
    p, n = heapq.heappop(h)
    print(p, n, end=" ")
print()
print([x for x in map(int, "1 2 3".split())], list(map(str, [1, 2])), list(filter(None, [0, 1, 2])))
print(",".join(sorted({"b", "a"})), " ".join(str(v) for v in [1, 2.5, None]))
e = {}
e.setdefault("a", []).append(1)
e.setdefault("a", []).append(2)
print(e, e.pop("a"), e.pop("zz", None), len(e))
n = None
for v in [1, 2]:
    if n is None or v > n:
        n = v
print(n)
print(sum([0.1] * 3), sum([], 0.0), sum([1, 2], 10), any([0, 1]), all([]))
print("%s-%d" % ("a", 3), f"{1:>4}|{2.5:.2f}|{'x':^5}|{[1]!r}", "{} {}".format(1, "b"))
grid = [list("ab"), list("cd")]
grid[0][1] = "Z"
print(grid, "".join(grid[0]))
nan = float("nan")
print([nan] == [nan], nan in [nan], [float("nan")] == [float("nan")])
print((1, 2) == (1, 2.0), [1] == [True], {1: 2} == {True: 2.0})
u = v = [1]
u += [2]
print(v, u is v)
print(list(range(5))[::2], [*range(3), *"ab"], {**{"a": 1}, "b": 2})
def many(*args, **kw):
    return len(args), sorted(kw)
print(many(1, 2, a=3), many(*[1, 2], **{"z": 1}))
for i in range(3):
    for j in range(3):
        if j == 1: continue
        if i == 2: break
    else:
        print("else", i)

import sys
# methods of Value that typed handles have too, results that are Values
def show(a, b):
    print(a == b, a != b, [a < b, a >= b], (a == b, 1))
show("a", "b")
def ident(x): return x
ident(1)
print("a" == ident("a"), ["a" < ident("b")], {"k": "a" != ident("c")})
xs = ["b", "a"]
print(xs == ident(xs), [xs == ident(["b"])], [xs < ident(["c"])])
d = {"a": [1]}
print(d == ident(d), [d == ident({})], d is ident(d), [d is not None])
s = {1}
print([s == ident({1})], [s <= ident({1, 2})], s & {1}, s - {1})
t = (1, "a")
print([t == ident((1, "a"))], [t < ident((2,))], t is t, hash(t) == hash((1, "a")))
x = "abc" if len(xs) > 1 else "d"
y = [1] if x else [2, 3]
z = {"q": 1} if y else {}
print(x, y, z, x[0], y[-1], z.get("q"), [*y, *xs], {**z}, x in xs, not y, not z, not s)
w = xs or ["z"]
v = x and y
print(w, v)
def opt(flag):
    if flag:
        return [1, 2]
r = opt(True)
if r:
    print(r[0], len(r))
print(opt(False))
def multi():
    return 1, "two", [3.0], {"four": 4}
a, b, c, e = multi()
print(a, b, c, e, multi()[2][0])
for k, val in sorted(e.items()):
    print(k, val)
for i, k in enumerate(e):
    print(i, k)
for ch, n in zip("abc", [1, 2]):
    print(ch, n, end=";")
print()
m = [["x"] * 2 for _ in range(2)]
m[0][1] = "y"
m[1] += ["z"]
m[1] *= 2
print(m, sum(len(q) for q in m), [q[::-1] for q in m], m[0][1] + m[1][0], "-".join(m[1]))
def kw(a, *, b="x", c=None):
    return f"{a}{b}{c}"
print(kw("1"), kw("2", b="y"), kw("3", c="z"))
def varargs(*names):
    return [n.upper() for n in names], len(names), names[:1]
print(varargs("a", "b"), varargs())
def swap(p):
    a, b = p
    return b, a
print(swap((1, "x")), swap((2, "y"))[0])
g = {}
g.setdefault("a", []).append(("n", 1))
g["a"][0] = ("m", 2)
for name, num in g["a"]:
    print(name, num)
n = 0
while n < 3 and xs:
    n += 1
    if n == 2:
        xs.pop()
print(xs, n)
del d["a"]
print(d, len(d))
try:
    d["zz"]
except KeyError as err:
    print("KeyError", err)
print(max(["bb", "a"], key=len), min([(2, "a"), (1, "b")]), sorted(["b", "A"], key=str.lower), sorted([3, 1], reverse=True))
print(list(map(lambda q: q * 2, [1, 2])), list(filter(lambda q: q > 1, [1, 2])), any(q == "a" for q in ["a"]))
total = 0.0
for q in [0.5, 1.5]:
    total += q
print(total, total / 2, int(total), round(total), f"{total:.3f}")
print([i for i in range(10) if i % 2 == 0][1:3], {i: str(i) for i in range(2)}, {c for c in "aab"} == {"a", "b"})
from collections import Counter, defaultdict
cc = Counter("hello")
print(cc.most_common(1), cc["l"])
dd = defaultdict(list)
for q in ["x", "y"]:
    dd[q].append(1)
print(dict(dd))
import copy
o = [[1], [2]]
p = copy.deepcopy(o)
p[0].append(9)
print(o, p, o[:] == o, o[:] is o)
global_list = []
def add_global(v):
    global_list.append(v)
    return len(global_list)
print(add_global("s"), add_global("t"), global_list)
class K:
    items = []
    def add(self, v):
        self.items.append(v)
        return self.items
print(K().add(1), K().add("b"), K.items)

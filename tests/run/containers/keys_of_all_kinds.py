# What may be a key: subclasses, objects with their own hash, failing hashes and comparisons.
def tr(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


class S(str):
    pass


class I(int):
    pass


class HashErr:
    def __hash__(self):
        raise ValueError("no hash")


class EqErr:
    def __hash__(self):
        return 1

    def __eq__(self, o):
        raise ValueError("no eq")


class Big:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h

    def __eq__(self, o):
        return isinstance(o, Big) and self.h == o.h


class NoHash:
    __hash__ = None


class EqOnly:
    def __eq__(self, o):
        return True


d = {"a": 1, 1: "one"}
print(d[S("a")], d[I(1)], S("a") in d, {S("x"): 1}["x"], {I(5): 1}[5], {S("q"), "q"}, len({I(1), 1, True, 1.0}))
d[S("a")] = 2
print(d, type(list(d)[0]).__name__)
tr(lambda: {HashErr(): 1})
tr(lambda: {}[HashErr()])
tr(lambda: HashErr() in {1})
tr(lambda: {}.pop(HashErr(), 5))
tr(lambda: {1: 2}.pop(HashErr(), 5))
tr(lambda: {EqErr(): 1, EqErr(): 2})
tr(lambda: {EqErr(), 1})
tr(lambda: [EqErr()] == [1])
tr(lambda: EqErr() in [EqErr()])
e = EqErr()
print(e in [e], [e].index(e), {e: 1}[e], [e] == [e], (e,) == (e,), [e].count(e))
print({Big(10**30): 1}[Big(10**30)], {Big(-1): 1}[Big(-1)], hash(Big(-1)), hash(Big(2**61 - 1)), hash(Big(2**64)))
tr(lambda: {NoHash(): 1})
tr(lambda: {EqOnly(): 1})
tr(lambda: hash(NoHash()))


class BadHash:
    def __hash__(self):
        return "x"


tr(lambda: {BadHash(): 1})


class Pt:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, o):
        return (self.x, self.y) == (o.x, o.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __lt__(self, o):
        return (self.x, self.y) < (o.x, o.y)

    def __repr__(self):
        return f"Pt({self.x},{self.y})"


ps = [Pt(i % 3, i % 2) for i in range(8)]
print(sorted(set(ps)), len(set(ps)), {p: i for i, p in enumerate(ps)}[Pt(1, 1)], ps.index(Pt(2, 0)), ps.count(Pt(0, 0)), max(ps), min(ps), sorted(ps)[:3], Pt(9, 9) in ps)
d = {}
for i in range(10):
    d[i] = i
for k in list(d):
    if k % 2:
        del d[k]
for k in d:
    d[k] *= 10
print(d)
for k, v in d.items():
    d[k] = v + 1
print(d, d.popitem(), d.popitem(), d)
try:
    for k, v in d.items():
        del d[k]
except RuntimeError as ex:
    print(ex)
try:
    for v in d.values():
        d["new"] = 1
except RuntimeError as ex:
    print(ex)
it = iter(d)
d["zz"] = 1
for _ in range(2):
    tr(next, it)
s = {1, 2}
it = iter(s)
s.add(3)
tr(next, it)
tr(next, it)
print({**{"a": 1}, "a": 2, **{"b": 3}}, {"x": 1, **{}}, {k: v for d2 in [{1: 2}, {1: 3, 4: 5}] for k, v in d2.items()})
a = {"x": {"y": 1}}
b = dict(a)
b["x"]["y"] = 2
print(a, a == b, a is b, a.copy()["x"] is a["x"])
m = {}
m[m.setdefault("k", 1)] = m.get("k")
print(m)
print(dict(zip(range(3), "abc")), dict(enumerate("ab")), dict([[1, 2]]), dict({1: 2}, a=3), dict({"a": 1}, a=3))
x = {}
x[(1, (2, 3))] = 1
x[frozenset({1, 2})] = 2
x[None] = 3
x[...] = 4
x[int] = 5
x[len] = 6
x[b"b"] = 7
x[1.5] = 8
x[range(3)] = 9
print(list(x.values()), x[(1, (2, 3))], x[frozenset({2, 1})], x[None], x[...], x[int], x[len], x[b"b"], x[1.5], x[range(3)])
print(list({}), list({}.items()), {}.get(1), {} == {}, {1: 2} != {1: 3}, {1: 2} == {2: 1})
print(sorted({"b": 2, "a": 1}.items(), key=lambda t: t[1], reverse=True), sorted({2: "x", 1: "y"}, key={2: 0, 1: 1}.get))
d = {"b": 1}
d["a"] = d.pop("b")
print(d, "a" in d.keys(), 1 in d.values(), ("a", 1) in d.items(), ["a", 1] in d.items(), d.items() == {("a", 1)}, d.keys() == ["a"])
print(type({}.keys()), type({}.values()).__name__, type({}.items()), {}.keys(), {1: 2}.items(), len({1: 2}.items()), list({1: 2}.items())[0])

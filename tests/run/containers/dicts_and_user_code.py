# Dicts whose keys run Python code, changes while iterating, views, subclasses with __missing__, mappings.
def tr(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e, e.args)


class K:
    def __init__(self, v, hook=None):
        self.v = v
        self.hook = hook

    def __hash__(self):
        return hash(self.v) % 4

    def __eq__(self, o):
        log.append((self.v, getattr(o, "v", o)))
        if self.hook:
            self.hook()
        return isinstance(o, K) and self.v == o.v

    def __repr__(self):
        return "K%s" % self.v


log = []
d = {}
for i in range(8):
    d[K(i)] = i
print(len(log), log)
log.clear()
print(d[K(5)], log)
log.clear()
tr(lambda: d[K(50)])
print(len(log))
log.clear()
print(d == {K(i): i for i in range(8)}, len(log))
d2 = {}
k1 = K(1, lambda: d2.clear())
d2[k1] = 1
d2[5] = 2
tr(lambda: d2[K(1)])
print(d2)
tr(lambda: {}[1])
tr(lambda: {}["a"])
tr(lambda: {}[(1, 2)])
tr(lambda: {}[None])
tr(lambda: {1: 2}.pop(5))
tr(lambda: {}.popitem())
tr(lambda: {}[[]])
tr(lambda: {}.get([]))
tr(lambda: {}.get())
tr(lambda: {}.get(1, 2, 3))
tr(lambda: {}.update(5))
tr(lambda: {}.update([5]))
tr(lambda: {}.update([(1,)]))
tr(lambda: {}.update(["abc"]))
tr(lambda: dict([1]))
tr(lambda: dict(5))
tr(lambda: dict(1, 2))
tr(lambda: {}.keys(5))
tr(lambda: {} < {})
tr(lambda: {} + {})
tr(lambda: {} | 5)
tr(lambda: 5 | {})
tr(lambda: {1: 2}[1][2])
tr(lambda: {}.foo)
tr(lambda: {}.setdefault())
tr(lambda: {1: 2}.keys()[0])
tr(lambda: {1: 2}.keys() + {1})
tr(lambda: hash({}))
tr(lambda: hash({}.keys()))
for f in (lambda d: d.pop(1), lambda d: d.update({7: 1}), lambda d: d.clear(), lambda d: d.setdefault(9, 1)):
    d = {1: 1, 2: 2, 3: 3}
    try:
        for k in d:
            f(d)
        print("fine", d)
    except RuntimeError as e:
        print(e, d)
d = {i: i for i in range(5)}
out = []
try:
    for k in d:
        out.append(k)
        del d[k]
        d[k + 100] = 1
        if len(out) > 30:
            break
except RuntimeError as e:
    print(e)
print(out, d)
d = {1: "a", 2: "b"}
ks, vs, its = d.keys(), d.values(), d.items()
d[3] = "c"
print(ks, vs, its, len(ks), 3 in ks, "c" in vs, (3, "c") in its, (3, "d") in its, 5 in its)
print(list(reversed(d)), list(reversed(vs)), list(reversed(its)))
print(ks & {1, 5}, ks | [9], ks - {1}, ks ^ {1, 10}, {1, 2} - ks, {1, 9} & ks, ks == {1, 2, 3}, ks <= {1, 2, 3, 4}, ks > {1})
print(its & {(1, "a")}, ks.isdisjoint([5]), ks.mapping)
print(d | {4: 1}, {**d, 5: 2}, dict(d, x=1), dict(a=1, b=2), dict([("a", 1), ["b", 2]]), dict(zip("ab", (1, 2))))
d |= [(8, 8)]
print(d, d.copy() == d, d is d.copy())
print(dict.fromkeys("abca"), dict.fromkeys([1, 2], 0), dict.fromkeys(()))
r = {}
r["self"] = r
r["l"] = [r]
print(r)
print({1: "int", True: "bool", 1.0: "float"}, {0: 1} == {False: 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1})
print(d.pop(1), d.pop(99, "dflt"), d.popitem(), d)


class D(dict):
    def __missing__(self, k):
        self[k] = [k]
        return self[k]


m = D(a=1)
print(m["x"], m, m.get("q"), "q" in m, type(m).__name__, isinstance(m, dict), m == {"a": 1, "x": ["x"]})
m.extra = 5
print(m.extra, list(m), len(m), m.keys(), m.items())
print({**m}, dict(m), m | {1: 2}, type(m | {}).__name__, type(m.copy()).__name__, D.fromkeys("ab", 1), type(D.fromkeys("a")).__name__)
del m["a"]
print(m, m.pop("x"), m)


class U(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)

    def __getitem__(self, k):
        return super().__getitem__(k.upper())

    def __contains__(self, k):
        return super().__contains__(k.upper())


u = U(a=1)
u["b"] = 2
u.update(c=3)
print(u, u["b"], "b" in u, "c" in u, u.get("b"), u.get("B"))
tr(lambda: u["zz"])


class Mp:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, k):
        return k * 2


print(dict(Mp()), {**Mp()})
tr(lambda: {**5})
print(dict(**Mp(), z=1))


def kw(**k):
    return k


print(kw(**Mp()), kw(**{"a": 1}))
tr(lambda: kw(**{1: 2}))
tr(lambda: kw(**5))
tr(lambda: kw(a=1, **{"a": 2}))
tr(lambda: kw(*5))
big = {i: str(i) for i in range(1000)}
for i in range(0, 1000, 3):
    del big[i]
print(len(big), list(big)[:5], big[1], sum(big), list(big.values())[-1])
print({(1, 2): 3}[(1, 2)], {frozenset([1]): 2}[frozenset([1])], {b"a": 1}[b"a"], {1.5: 2}[1.5], {None: 1}[None], {10**30: 1}[10**30], {True: 1}[1])
x = {"k": 1}
x["k"] += 5
x.setdefault("l", []).append(1)
print(x, x.get("m", {}).get("n"))
del x["k"]
tr(lambda: x.__delitem__("k"))
print(sorted({"b": 1, "a": 2}), max({1: 2, 5: 1}), sorted({"b": 1, "a": 2}.items(), key=lambda p: p[1]), [*{1: 2}], {v: k for k, v in {"a": 1}.items()})
for i, (k, v) in enumerate({"a": 1, "b": 2}.items()):
    print(i, k, v)
it = iter({1: 2})
print(type(it).__name__, next(it), next(it, 5), it.__length_hint__())
print(bool({}), bool({1: 1}), not {}, len({}.items()))
d = {}
d[1], d[2] = 5, 6
(d[3], d[4]) = d[1], d[2]
print(d)

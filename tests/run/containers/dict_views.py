# keys, values and items: live views with set operations.
d = {"a": 1, "b": 2, "c": 3}
e = {"b": 2, "c": 4, "d": 5}
print(d.keys(), d.values(), d.items(), type(d.keys()).__name__, type(d.items()).__name__, type(d.values()).__name__)
print(sorted(d.keys() & e.keys()), sorted(d.keys() | e), sorted(d.keys() - e.keys()), sorted(d.keys() ^ e.keys()), sorted(d.items() & e.items()), sorted(d.keys() & ["a", "z"]), d.keys() - d.keys())
print(d.keys() == {"a", "b", "c"}, d.keys() == e.keys(), d.keys() >= {"a"}, d.keys() < e.keys(), d.keys().isdisjoint(["q"]), ("a", 1) in d.items(), ("a", 2) in d.items(), "a" in d.items(), d.values() == d.values(), d.items() == {"a": 1, "b": 2, "c": 3}.items())
print(list(reversed(d.keys())), list(reversed(d.values())), len(d.items()), [k + str(v) for k, v in d.items()], max(d, key=d.get), sorted(d, key=d.get, reverse=True), sum(d.values()), dict(sorted(d.items(), key=lambda kv: -kv[1])))
k, v = d.keys(), d.values()
del d["a"]
d["z"] = 26
print(k, list(v), bool({}.keys()), list({}.items()), {}.keys(), {}.values(), {}.items())
for f in (lambda: d.keys()[0], lambda: d.keys() + e.keys(), lambda: hash(d.items()), lambda: d.keys() < 5, lambda: next(d.keys()), lambda: d.values() & set()):
    try:
        print(f())
    except TypeError as x:
        print(x)
for k, (x, y) in {"p": (1, 2), "q": (3, 4)}.items():
    print(k, x + y)
for i, (k, v) in enumerate(sorted(d.items())):
    print(i, k, v)

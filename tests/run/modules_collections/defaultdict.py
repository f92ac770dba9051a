# defaultdict: factories, missing keys, nesting.
from collections import defaultdict
d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k].append(v)
print(d, dict(d), d["new"], len(d), "zz" in d, d.get("zz"), len(d), d.default_factory is list)
n = defaultdict(int)
for ch in "banana":
    n[ch] += 1
print(sorted(n.items()), n["q"], n)
nested = defaultdict(lambda: defaultdict(int))
nested["x"]["y"] += 5
nested["x"]["z"] -= 1
print({k: dict(v) for k, v in nested.items()})
s = defaultdict(set, {"k": {1}})
s["k"].add(2)
print(sorted(s["k"]), s.copy() == s, type(s.copy()).__name__)
none = defaultdict()
try:
    none["missing"]
except KeyError as e:
    print("KeyError", e)
try:
    defaultdict(5)
except TypeError as e:
    print(e)
d.default_factory = lambda: "changed"
print(d["another"], d.pop("a"), d.setdefault("sd", 1), list(d), isinstance(d, dict), defaultdict(int, a=1) == {"a": 1}, repr(defaultdict(int, {"a": 1})))
graph = defaultdict(list)
for a, b in ((1, 2), (1, 3), (2, 3)):
    graph[a].append(b)
    graph[b].append(a)
print({k: sorted(v) for k, v in sorted(graph.items())})

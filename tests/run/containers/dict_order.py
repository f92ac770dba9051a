# Insertion order through deletion, update and re-insertion.
d = {}
for k in "gfedcba":
    d[k] = ord(k)
print(list(d))
del d["f"], d["c"]
d["f"] = 0
d["g"] = 1
print(list(d.items()))
d.pop("e")
d.update(e=5, z=6, a=7)
print(d)
d.setdefault("c", 8)
print(d.popitem(), list(d), next(iter(d)), list(reversed(d)))
for i in range(20):
    d[i] = i
for i in range(0, 20, 2):
    del d[i]
print(list(d))
for i in range(19, -1, -1):
    d[i] = -i
print(list(d.items())[-12:])
print({1: "a", 1.0: "b", True: "c"}, {True: "a", 1: "b"}, {0: 1, False: 2, 0.0: 3, -0.0: 4})
d = {1: "x"}
d[True] = "y"
d[1.0] = "z"
print(d, d[True], list(d)[0] is 1 if False else type(list(d)[0]).__name__)
print(dict(b=1, a=2), {**{"x": 1, "y": 2}, "x": 3}, {k: v for v, k in enumerate("cab")}, dict.fromkeys("banana", 0))
while d:
    d.popitem()
print(d, list({"a": 1, "b": 2}.items() | set()) == [] or sorted({"a": 1, "b": 2}.items() | set()))

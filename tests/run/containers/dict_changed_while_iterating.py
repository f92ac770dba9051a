# Changing a dict during iteration: what is allowed and what is an error.
d = {"a": 1, "b": 2, "c": 3}
try:
    for k in d:
        d[k + "x"] = 0
except RuntimeError as e:
    print(e, d)
d = {"a": 1, "b": 2}
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e, d)
d = {"a": 1, "b": 2}
for k, v in d.items():
    d[k] = v + 1
print(d)
for k in list(d):
    del d[k]
print(d)
d = {i: i for i in range(3)}
n = 0
for k in d:
    del d[k]
    d[k] = 1
    n += 1
print(n, d)
d = {0: 0}
try:
    for k in d:
        del d[k]
        d[k + 1] = 0
except RuntimeError as e:
    print(e)
d = {"x": 1}
v, ks, it = d.values(), d.keys(), d.items()
d["y"] = 2
print(list(v), list(ks), list(it), len(ks), "y" in ks, 2 in v, ("y", 2) in it)
i = iter(d)
next(i)
d["z"] = 3
try:
    next(i)
except RuntimeError as e:
    print(e)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
d = {}
for k in d:
    d[1] = 1
print(d)

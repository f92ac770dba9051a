# bar: 320 KB
d = {"a": 1}
d["b"] = 2
for k, v in d.items():
    print(k, v, d.get(k))

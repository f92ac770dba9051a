# Every dict method with its results and errors.
d = {"a": 1, "b": 2}
print(d["a"], d.get("a"), d.get("z"), d.get("z", 0), "a" in d, 1 in d, len(d), list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.setdefault("a", 9), d.setdefault("c", 3), d.setdefault("n"), d, d.pop("n"), d.pop("zz", "default"), d.popitem(), d)
print(d.update({"b": 20, "x": 1}), d.update(y=2, z=3), d.update([("p", 1), "qr"]), d.update(), d)
print(d.copy() == d, d.copy() is d, d.clear(), d, dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict(a=1, b=2), dict([("x", 1)]), dict({"k": 1}, j=2), dict(), dict(zip("ab", [1, 2])))
print({"a": 1} | {"b": 2, "a": 3}, {"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} == [], {"a": 1} != {"a": 2})
e = {"a": 1}
e |= {"c": 3}
e |= [("d", 4)]
print(e, e | {}, list(reversed(e)), list(reversed(e.items())), {**e, "a": 0}, {**{"q": 1}, **e})
for f in (lambda: {}["k"], lambda: {}[1], lambda: {}[(1, 2)], lambda: {}.pop("k"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: {}[[]], lambda: {}.get([]), lambda: [] in {}, lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(5), lambda: {}.update(5), lambda: {} | [], lambda: {} < {}, lambda: {}.pop(), lambda: {}.get(), lambda: {}.foo, lambda: dict(["abc"]), lambda: {1: 2} + {}, lambda: {{}: 1}, lambda: hash({}), lambda: dict.fromkeys(5), lambda: dict(1, 2)):
    try:
        print(f())
    except (KeyError, TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)

# min and max: first of equals, key, default, several arguments.
print(min(3, 1, 2), max([3, 1, 2]), min("hello"), max("hello", "world"), min([2], [1, 9]), max((1, 2), (1, 3)), min({3: "a", 2: "b"}), max(range(5)), min(x * x for x in (-3, 2)))
print(max(["aa", "b", "cc"], key=len), min(["aa", "b", "c"], key=len), max(1, 1.0), max(1.0, 1), min(True, 1), max([], default="none"), min([], default=None), max([5], default=0), min("b", "A", key=str.lower), max(-3, 2, key=abs), max([1, 2], key=None))
for f in (lambda: min([]), lambda: max(()), lambda: max(5), lambda: min(), lambda: max(1, "a"), lambda: min([1, None]), lambda: max(1, 2, default=3), lambda: min({}), lambda: max([1], foo=2), lambda: max(iter([]))):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
d = {"x": 3, "y": 7, "z": 7}
print(max(d, key=d.get), max(d.values()), max(d.items(), key=lambda kv: kv[1]), min(d, key=lambda k: -d[k]), max(d), sorted(d, key=lambda k: (-d[k], k)))

src = [3, 1, 3, 2]
print(tuple(src), set(src), frozenset(src), sorted(set(src)), list(tuple(src)), dict.fromkeys(src), list(dict.fromkeys(src)), str(src), "".join(map(str, src)), bytes(src), list("abc"), tuple("ab"), list({"a": 1}), list({"a": 1}.items()), dict([("k", 1)]), dict([["x", 2]]), dict({"a": 1}, b=2), list(range(3)), set("a"), list(b"ab"), [*{1: 2}], {**{1: 2}}, list(map(tuple, [[1], [2]])), [list(t) for t in zip("ab", "cd")], list(enumerate("a")), dict(enumerate("ab")), int("".join(["4", "2"])), list(str(123)), [int(c) for c in str(90210)], float("1" + "5"), bool([0]), str(b"x", "ascii"), bytes("é", "utf8"), list(reversed(tuple("ab"))))
a = [1, 2]
b = list(a)
c = a.copy()
d = a[:]
e = [*a]
f = a * 1
a.append(3)
print(a, b, c, d, e, f, b is not a, tuple(b) is not b, b == c == d == e == f)

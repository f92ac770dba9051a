# Operators of containers called by their dunder names, what hasattr and dir say, unpacking and errors.
def tr(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


a = [1, 2, 3]
print(a.__len__(), a.__contains__(2), a.__getitem__(0), a.__add__([4]), a.__mul__(2), a.__rmul__(2), a.__eq__([1, 2, 3]), a.__lt__([2]), a.__iadd__([9]), a)
a.__setitem__(0, 5)
a.__delitem__(1)
print(a, list(a.__iter__()), list(a.__reversed__()), a.__repr__(), a.__str__(), a.__imul__(2))
tr(lambda: a.__eq__(5))
tr(lambda: a.__lt__(5))
tr(lambda: a.__hash__)
tr(lambda: list.__hash__)
tr(lambda: list.__len__([1, 2]))
tr(lambda: list.__getitem__([1, 2], 1))
tr(lambda: list.append([1], 2))
tr(lambda: list.__add__([1], [2]))
tr(lambda: list.__eq__([1], [1]))
tr(lambda: list.sort)
tr(lambda: dict.get({1: 2}, 1))
tr(lambda: dict.__getitem__({1: 2}, 1))
tr(lambda: dict.__contains__({1: 2}, 1))
tr(lambda: dict.keys({1: 2}))
tr(lambda: dict.items)
tr(lambda: {1: 2}.__or__({3: 4}))
tr(lambda: {1: 2}.__ror__({3: 4}))
tr(lambda: {1: 2}.__ior__({3: 4}))
tr(lambda: {1: 2}.__eq__({1: 2}))
tr(lambda: {1: 2}.__ne__({1: 2}))
tr(lambda: {1: 2}.__len__())
tr(lambda: {1} .__and__({1, 2}))
tr(lambda: {1}.__or__([1]))
tr(lambda: {1}.__sub__({1}))
tr(lambda: {1}.__rsub__({1, 5}))
tr(lambda: {1}.__xor__({2}))
tr(lambda: {1}.__contains__(1))
tr(lambda: set.union({1}, [2]))
tr(lambda: (1, 2).__add__((3,)))
tr(lambda: (1, 2).__getitem__(-1))
tr(lambda: (1, 2).__hash__() == hash((1, 2)))
tr(lambda: (1, 2).__len__())
tr(lambda: tuple.index((1, 2), 2))
tr(lambda: range(5).__contains__(3))
tr(lambda: range(5).__len__())
tr(lambda: range(5).__getitem__(slice(1, 3)))
tr(lambda: b"ab".__add__(b"c"))
tr(lambda: b"ab".__getitem__(0))
tr(lambda: b"ab".__contains__(97))
tr(lambda: b"a%d" % 5)
tr(lambda: b"ab".__mod__(()))
tr(lambda: list[int])
tr(lambda: dict[str, int])
tr(lambda: tuple[int, ...])
tr(lambda: set[int])
tr(lambda: type(list[int]).__name__)
tr(lambda: list.__name__)
tr(lambda: [].__class__)
print(hasattr([], "append"), hasattr([], "__len__"), hasattr([], "__next__"), hasattr({}, "__missing__"), hasattr((), "append"), hasattr({}, "__reversed__"), hasattr(set(), "__reversed__"), hasattr([], "__setitem__"), hasattr((), "__setitem__"), hasattr(frozenset(), "add"), hasattr({}.keys(), "__and__"), hasattr([], "__hash__"))
f = [3, 1, 2].append
g = a.pop
print(g(), callable(f), f.__name__, f.__self__, g.__self__ is a)
print([].append.__name__, list.append.__name__, "append" in dir([]), "keys" in dir({}), [m for m in dir([]) if not m.startswith("_")], [m for m in dir({}) if not m.startswith("_")], [m for m in dir(()) if not m.startswith("_")])
print([m for m in dir(set()) if not m.startswith("_")], [m for m in dir(frozenset()) if not m.startswith("_")], [m for m in dir(range(1)) if not m.startswith("_")], [m for m in dir(b"") if not m.startswith("_")])
print([m for m in dir(bytearray()) if not m.startswith("_")])
x = a
x += [1]
print(x is a, a)
t = (1,)
u = t
t += (2,)
print(t, u, t is u)
d = {1: 1}
e = d
e |= {2: 2}
print(d is e, d)
s = {1}
r = s
r -= {1}
print(s is r, s, s == set())
z = [[0] * 3] * 2
z[0][0] = 1
print(z)
t = ([1],)
try:
    t[0] += [2]
except TypeError as ex:
    print(ex, t)
m = [1, 2, 3, 4, 5]
m[1:3], m[0] = [9], 7
print(m)
i, m[i] = 1, "q"
print(m)
a, *b, c = range(5)
print(a, b, c)
(a, b), [c, *d] = (1, 2), "xyz"
print(a, b, c, d)
tr(lambda: [*range(3)] + [*"ab"])
def unpack(v):
    p, q = v
    return p, q
tr(unpack, (1,))
tr(unpack, (1, 2, 3))
tr(unpack, 5)
tr(unpack, "ab")
tr(unpack, {1: 2, 3: 4})
tr(unpack, {1})
def unpack3(v):
    p, *q, r = v
    return p, q, r
tr(unpack3, (1,))
tr(unpack3, [1, 2])
tr(unpack3, range(4))
print([1, 2] == [1.0, 2.0], (1, 2) == [1, 2], [1] != [1], {1: [1]} == {1: [1]}, {1, 2} == frozenset((2, 1)), b"a" == bytearray(b"a"), [] == (), not [], not {}, not (), not set(), not range(0), not b"")
print(sum([[1], [2]], []), max([1, 5, 3]), min("bca"), any([0, 1]), all([]), sorted({3, 1, 2}), list(zip([1, 2], "ab")), list(enumerate(["x"], 5)), list(map(str, [1, 2])), list(filter(None, [0, 1, 2])))
print(str([1, "a", None, 2.5, (1,), {2: 3}, {4}, b"x", True]), repr(("a\n", 'q"', "it's")), [[]], [{}], ((),), [()])
print(f"{[1, 2]} {(1,)!r} {dict(a=1)} {{}}", "%s %r" % ([1], (2,)), "{} {}".format([1], {2}))
tr(lambda: "%d" % [1])
tr(lambda: format([1], "5"))
tr(lambda: f"{[1]:>10}")
tr(lambda: int([1]))
tr(lambda: len(5))
tr(lambda: [1, 2, 3].index(2, 2))
tr(lambda: -[1])
tr(lambda: [1] - [1])
tr(lambda: [1] & [1])
tr(lambda: {1: 2} & {1: 2})
tr(lambda: {1} + [1])
tr(lambda: [1] < 5)
tr(lambda: [1] < [None])
tr(lambda: max([]))
tr(lambda: max([1, "a"]))
tr(lambda: sum(["a"]))
tr(lambda: [1].x)
tr(lambda: {}.x)
tr(lambda: ().x)
tr(lambda: set().x)
tr(lambda: b"".x)
tr(lambda: range(1).x)

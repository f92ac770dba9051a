# Equality across containers, ordering, truth values, identity before equality.
print([1, 2] == [1, 2], [1, 2] == (1, 2), [1] == [1.0], [1] == [True], [] == (), {} == set(), {1: 2} == {1.0: 2.0}, "ab" == ["a", "b"], [[1]] == [[1]], [1, 2] != [2, 1], None == False, None == 0, not None)
print([1, 2] < [1, 3], [1] < [1, 0], [] < [1], [2] > [1, 9], [1, "a"] < [2, 0], [1, 2] <= [1, 2], [1, [2]] < [1, [3]], [(1, 2)] < [(1, 3)])
class Eq:
    def __init__(self, name):
        self.name = name
    def __eq__(self, other):
        print("eq", self.name, getattr(other, "name", other))
        return False
e, f = Eq("e"), Eq("f")
print(e in [e], e in [f], [e] == [e], [e].index(e), [e, f].count(e), (e,) == (e,), {1: e} == {1: e}, [f, e].index(e))
class Raises:
    def __eq__(self, other):
        raise ValueError("compared")
r = Raises()
print(r in [r], [r] == [r])
try:
    r in [1]
except ValueError as x:
    print(x)
for v in ([], [0], (), (0,), {}, {0: 0}, set(), {0}, "", " ", 0, 0.0, 0j, None, range(0), range(1), b"", b"0", frozenset(), bytearray(), slice(0), ..., NotImplemented if False else 1):
    print(repr(v), bool(v), not v, "T" if v else "F")
class P:
    pass
p, q = P(), P()
print(p == p, p == q, p in [q, p], [p, q].index(q), {p: 1}[p], len({p, q, p}), p != q, [p] == [p], [p] == [q])

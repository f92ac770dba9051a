# Sets whose items run Python code, order after additions and removals, algebra, subclasses.
def tr(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e, e.args)


class K:
    def __init__(self, v, hook=None):
        self.v = v
        self.hook = hook

    def __hash__(self):
        return self.v % 3

    def __eq__(self, o):
        log.append((self.v, o.v))
        if self.hook:
            self.hook()
        return self.v == o.v

    def __repr__(self):
        return "K%s" % self.v


log = []
s = set()
for i in range(9):
    s.add(K(i))
print(s, len(log), log)
log.clear()
print(K(7) in s, log)
log.clear()
s.discard(K(3))
print(s, log)
print(s & {K(1), K(3)}, s - {K(0)}, {K(1)} <= s)
q = set()
q.add(K(1, lambda: q.clear()))
print(K(4) in q, q)
tr(lambda: {1}.remove(2))
tr(lambda: {1}.remove([]))
tr(lambda: {1}.remove({5}))
tr(lambda: set().pop())
tr(lambda: {[]})
tr(lambda: {1} | [2])
tr(lambda: {1} + {2})
tr(lambda: {1} < [1])
tr(lambda: {1}[0])
tr(lambda: hash({1}))
tr(lambda: frozenset([1]).add(2))
tr(lambda: set(5))
tr(lambda: set(1, 2))
tr(lambda: {1}.union(5))
tr(lambda: {1}.add())
tr(lambda: {1}.foo)
tr(lambda: {1}.isdisjoint(5))
tr(lambda: [1] in {1})
tr(lambda: {1} in {frozenset([1])})
for f in (lambda s: s.add(len(s) + 50), lambda s: s.discard(1), lambda s: s.clear()):
    s = {1, 2, 3}
    try:
        for x in s:
            f(s)
        print("fine")
    except RuntimeError as e:
        print(e)
a, b = {1, 2, 3}, frozenset([3, 4])
print(a | b, type(a | b).__name__, b | a, type(b | a).__name__, a & b, b - a, a ^ b, a == {3, 2, 1}, b == {3, 4}, {3, 4} == b, a != b)
a |= b
a -= {1}
a &= {2, 3, 4, 9}
a ^= {2, 10}
print(a, b.union([1], (2,)), b.copy() is b, frozenset(b) is b)
c = b
c |= {9}
print(c, b, type(c).__name__)
print({1, 2} < {1, 2, 3}, {1} <= {1}, {1, 2} > {1}, {5} >= {5, 6}, {1}.issubset([1, 2]), {1, 2}.issuperset("a"), set() < {1}, {1} < {1})
print(set("hello") == set("ohell"), len(set("mississippi")), {x % 3 for x in range(10)}, {*range(3), 5}, frozenset("aa"), set(), frozenset())
print(hash(frozenset([1, 2, 3])), hash(frozenset()), {frozenset([1]): 2}[frozenset([1])])


class S(set):
    def add2(self, x):
        self.add(x * 2)


z = S([1, 2])
z.add2(5)
print(z, type(z | {9}).__name__, z == {1, 2, 10}, len(z), 10 in z, isinstance(z, set), sorted(z))
z |= {100}
print(z, type(z).__name__, z.copy(), type(z.copy()).__name__, z & {1}, {1} & z)


class F(frozenset):
    pass


print(F([1]), F([1]) == frozenset([1]), hash(F([1])) == hash(frozenset([1])), type(F([1]) | {2}).__name__)
r = {1, (2, 3), "x", None, 2.5, True}
print(len(r), None in r, (2, 3) in r)
ints = set(range(0, 1000, 7))
for i in range(0, 1000, 14):
    ints.discard(i)
print(ints)
ints.update([5, 3, 10**6, -1, -2])
print(ints)
print(sorted(ints)[:5], min(ints), max(ints), sum(ints))
it = iter({1})
print(type(it).__name__, next(it), next(it, "e"))
print({1, 2, 3}, {5, 1, 9, 20, 33}, {100, 50, 25}, {-1, -2, -3}, {3.5, 1, 2}, {"a"}, {(1, 2)}, [x for x in {7, 8, 15, 16}])
x = {1, 2, 3, 4, 5, 6, 7, 8}
while x:
    print(x.pop(), end=" ")
print()

# sort and sorted: stability, reverse, keys, number of key calls, errors part-way.
pairs = [("b", 2), ("a", 2), ("c", 1), ("d", 2), ("e", 1)]
print(sorted(pairs, key=lambda p: p[1]), sorted(pairs, key=lambda p: p[1], reverse=True), sorted(pairs, key=lambda p: (-p[1], p[0])))
calls = []
def key(x):
    calls.append(x)
    return -x
print(sorted([3, 1, 2, 3], key=key), calls)
xs = [5, 2, 8]
print(sorted(xs), xs, xs.sort(), xs, sorted("hello"), sorted({3: 1, 1: 2}), sorted((2, 1)), sorted(range(5, 0, -1)), sorted([True, 0, 2.5, -1]), sorted([[2], [1, 5], [1]]), sorted(["b", "B", "a"], key=str.lower), sorted([], reverse=True), sorted("cab", reverse=True))
class V:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        log.append((self.n, other.n))
        return self.n < other.n
    def __repr__(self):
        return f"V{self.n}"
log = []
print(sorted([V(3), V(1), V(2)]), log)
log = []
print(min(V(2), V(1), V(3)), max([V(2), V(5)]), log) if False else print(sorted([V(1), V(2)], reverse=True), log)
for f in (lambda: sorted([3, "a"]), lambda: sorted(["a", 3]), lambda: sorted([1, None, 2]), lambda: [(1, "a"), (1, 2)].sort(), lambda: sorted(5), lambda: sorted([1], key=1), lambda: sorted([1j, 2j]), lambda: sorted([{}, {}]), lambda: sorted(), lambda: sorted([1], lambda x: x)):
    try:
        print(f())
    except TypeError as e:
        print(e)
ys = [3, 1, 2]
try:
    ys.sort(key=lambda v: ys.append(v) or v)
except ValueError as e:
    print(e, ys)
zs = [4, 3, "x", 1]
try:
    zs.sort()
except TypeError as e:
    print(sorted(map(str, zs)), len(zs))
big = [(i * 7919) % 1000 for i in range(500)]
print(sorted(big)[:10], sorted(big, reverse=True)[:5], sorted(big, key=lambda v: v % 10)[:12], sorted(sorted(big), key=lambda v: v // 100)[::50])

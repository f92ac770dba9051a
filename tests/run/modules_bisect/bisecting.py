# bisect: positions, insertion, bounds, keys.
import bisect
from bisect import bisect_left, bisect_right, insort, insort_left
xs = [1, 3, 3, 3, 5, 8]
print([bisect_left(xs, v) for v in range(10)], [bisect_right(xs, v) for v in range(10)], bisect.bisect(xs, 3), bisect_left(xs, 3, 2), bisect_left(xs, 3, 0, 1), bisect_right([], 5), bisect_left(xs, 2.5))
insort(xs, 4); insort(xs, 0); insort_left(xs, 3); insort(xs, 100)
print(xs)
print(bisect_left(["apple", "kiwi", "pear"], "lemon"), bisect_right([(1, "a"), (2, "b")], (1, "z")), bisect_left([5, 4, 3], -4, key=lambda v: -v), bisect_left(range(10 ** 6), 123456))
rows = [("a", 1), ("b", 5), ("c", 9)]
insort(rows, ("n", 6), key=lambda r: r[1])
print(rows, "FDCBA"[bisect.bisect([60, 70, 80, 90], 77)], ["FDCBA"[bisect.bisect([60, 70, 80, 90], s)] for s in (33, 60, 99, 89, 90)])
for f in (lambda: bisect_left([1, "a"], 2.0) if False else bisect_left(["a"], 1), lambda: bisect_left(5, 1), lambda: bisect_left([1], 1, -1), lambda: insort((1,), 2)):
    try:
        print(f())
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
def lis(xs):
    tails = []
    for x in xs:
        i = bisect_left(tails, x)
        tails[i:i + 1] = [x]
    return len(tails)
print(lis([10, 9, 2, 5, 3, 7, 101, 18]), lis([]), lis([1, 1, 1]))

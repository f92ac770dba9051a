# range objects: length, membership, slices, equality, hashing, big values.
r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:4], r[::-1], 5 in r, 6 in r, 5.0 in r, "a" in r, r.index(8), r.count(8), r.count(9), r.start, r.stop, r.step)
print(range(5), range(0), list(range(5, 0, -2)), list(range(3, 3)), list(range(-3, 3)), len(range(10, 0)), bool(range(0)), bool(range(1)), range(0, 10, 2) == range(0, 9, 2), range(0) == range(5, 5), range(3) == [0, 1, 2], hash(range(0)) == hash(range(2, 2)), {range(3): 1}[range(0, 3)])
print(len(range(10 ** 15)), range(10 ** 20)[10 ** 19], range(2 ** 70, 2 ** 70 + 3)[-1], list(range(2 ** 70, 2 ** 70 + 2)), 2 ** 69 in range(2 ** 70), sum(range(101)), max(range(3, 9)), list(reversed(range(4))), sorted(range(3), reverse=True), range(10)[2:8:3], range(10)[-3:], range(True, 3), tuple(range(2)))
for f in (lambda: range(1, 5, 0), lambda: range(1.0), lambda: range("a"), lambda: range(3)[3], lambda: range(3)[-4], lambda: range(), lambda: range(1, 2, 3, 4), lambda: range(3).index(7), lambda: range(3) + range(2), lambda: range(3)["a"], lambda: len(range(2 ** 70)), lambda: range(3) < range(4), lambda: range(None), lambda: range(3).foo):
    try:
        print(f())
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError) as e:
        print(type(e).__name__, e)
it = iter(range(3))
print(next(it), list(it), list(it), next(it, "end"), iter(range(2)).__length_hint__())
for i in range(3):
    i = i * 10
    print(i, end=" ")
print(i)

# Every list method, with its error texts.
xs = [3, 1, 2]
print(xs.append(4), xs, xs.extend((5, 6)), xs.extend("ab"), xs, xs.insert(0, "first"), xs.insert(-1, "pen"), xs.insert(100, "end"), xs.insert(-100, "front"), xs)
print(xs.pop(), xs.pop(0), xs.pop(-2), xs.remove("first"), xs, xs.index(1), xs.count(1), xs.reverse(), xs, xs.copy() == xs, xs.copy() is xs)
print(xs.clear(), xs)
ys = [3, 1, 2, 1]
print(ys.sort(), ys, ys.sort(reverse=True), ys, ys.sort(key=lambda v: -v), ys, ys.index(1, 0, 3), ys.count(9))
print(ys.__len__(), ys.__contains__(3), ys.__getitem__(0), ys.__add__([0]), ys.__mul__(2), ys.__eq__([1]), ys.__iadd__([7]), ys.__reversed__().__next__())
zs = []
zs.extend(range(3)); zs.extend({"k": 1}); zs.extend(c for c in "xy"); zs += "pq"; zs += (9,)
print(zs)
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1].index(1, 1), lambda: [1].extend(5), lambda: [1, "a"].sort(), lambda: [].append(), lambda: [].insert(1), lambda: [1] + (2,), lambda: [1] + None, lambda: [1].pop("a"), lambda: [].append(1, 2), lambda: [3, 1].sort(None), lambda: [1].foo, lambda: [1] * "a", lambda: [1] * 1.5, lambda: [].sort(key=5, foo=1), lambda: [1, 2].sort(key=5)):
    try:
        print(f())
    except (IndexError, ValueError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)

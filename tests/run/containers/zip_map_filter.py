# Lazy builtins: zip, map, filter, enumerate, reversed, iter, next, all, any.
log = []
def trace(x):
    log.append(x)
    return x * 2
m = map(trace, [1, 2, 3])
print(log, next(m), log, list(m), log, list(m))
print(list(zip("abc", [1, 2])), list(zip()), list(zip("ab")), list(zip([1], [2], [3])), dict(zip("ab", range(9))), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(filter(None, [0, 1, "", "a", []])), list(filter(lambda v: v > 1, (1, 2, 3))), list(enumerate("ab")), list(enumerate(["x"], start=5)), list(reversed([1, 2])), list(map(str, range(3))), [*map(len, ["a", "bb"])])
a = iter([1, 2, 3])
b = iter([10])
z = zip(a, b)
print(list(z), list(a))
z = zip(iter([1]), [])
print(list(z), list(zip([1, 2], [3, 4], strict=True)))
try:
    list(zip([1, 2], [3], strict=True))
except ValueError as e:
    print(e)
try:
    list(zip([1], [3, 4], strict=True))
except ValueError as e:
    print(e)
it = iter([1, 2])
print(next(it), next(it), next(it, None), next(it, "d"))
try:
    next(it)
except StopIteration as e:
    print("stop", e.args, e.value)
print(list(iter([3, 1].pop, 9)) if False else list(iter(lambda: len(log) and log.pop(), 0)), log)
print(all([]), any([]), all([1, 0]), any([0, ""]), all(x > 0 for x in [1, 2]), any(x > 5 for x in range(3)), list(zip(*[(1, "a"), (2, "b")])), list(zip(*[iter("abcdef")] * 2)), type(zip()).__name__, type(map(len, [])).__name__, type(filter(None, [])).__name__, type(enumerate([])).__name__, type(reversed([])).__name__, iter(m) is m)
for f in (lambda: next([]), lambda: iter(5), lambda: list(map(5, [1])), lambda: zip(5), lambda: map(len), lambda: list(filter(5, [1])), lambda: reversed(5), lambda: reversed({1}), lambda: enumerate(), lambda: iter(5, 1), lambda: next(), lambda: all(5), lambda: list(map(len, [5])), lambda: enumerate([], "a"), lambda: map(), lambda: zip([1], 2)):
    try:
        print(f())
    except TypeError as e:
        print(e)

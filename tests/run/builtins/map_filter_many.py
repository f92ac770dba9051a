print(list(map(lambda *a: a, [1, 2], "ab", (x for x in range(9)))), list(map(max, [1, 5], [3, 2])), list(map(str, [1, None, 2.5])), list(map(None.__class__, [])), list(map(list, ["ab"])), list(map(dict, [[("a", 1)]])), sum(map(len, ["a", "bc"])), list(map(str.upper, "ab")), list(map([1, 2, 3].index, [3, 1])))
print(list(filter(str.isdigit, "a1b2")), list(filter(lambda p: p[1] > 1, {"a": 1, "b": 2}.items())), list(filter(None, [[], 0, 1, "x", None])), list(filter({1, 2}.__contains__, [1, 5, 2])), list(filter(bool, (0, 3))))
m = map(int, ["1", "x", "3"])
print(next(m))
try:
    next(m)
except ValueError as e:
    print(e)
print(next(m), next(m, "end"))
f = filter(lambda v: 10 // v > 2, [1, 0, 2])
print(next(f))
try:
    next(f)
except ZeroDivisionError as e:
    print(e)
print(list(f))
print(list(map(lambda x, y: (x, y), "abc", "d")), list(zip(map(int, "12"), filter(None, "ab"))), dict(map(lambda k: (k, k * 2), "ab")), set(map(abs, [-1, 1])), tuple(map(bool, [0, 1])), max(map(len, ["a", "bbb"])), ",".join(map(str, range(3))))

print(list(zip()), list(zip("abc")), list(zip([1, 2], "ab", (True, False))), list(zip("ab", range(10 ** 9))), list(zip([], "a")), dict(zip("ab", [1, 2])), list(zip(*[[1, 2], [3, 4]])), list(zip(*zip("ab", "cd"))))
for args in ((([1], [1, 2])), (([1, 2], [1])), (([1], [1], [])), (([], [], [1]))):
    try:
        print(list(zip(*args, strict=True)))
    except ValueError as e:
        print(e)
print(list(zip([1], "a", strict=True)), list(zip(strict=True)))
a, b = iter("abc"), iter("x")
print(list(zip(a, b)), next(a), [x + y for x, y in zip("ab", "cd")], [list(g) for g in zip(*[iter(range(6))] * 3)])
for f in (lambda: zip(5), lambda: zip([1], 5), lambda: zip([1], foo=1), lambda: zip(None, [1])):
    try:
        f()
    except TypeError as e:
        print(e)

for args in ((5,), (2, 5), (0, 10, 3), (10, 0, -3), (5, 5), (0, -5, -2), (-3, 3), (3, 0), (1, 2, 10)):
    r = range(*args)
    print(args, list(r), len(r), list(r[::-1]), r[0] if r else None, 3 in r)
print(sum(range(0, 100, 7)), list(range(3)) + list(range(2)), [i for i in range(10, 0, -4)], max(range(1, 50, 6)), tuple(range(4))[::-1])

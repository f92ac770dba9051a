people = [("Ann", 30, 1.7), ("Bob", 25, 1.8), ("Cid", 30, 1.6), ("Dee", 25, 1.8)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: (-p[1], p[0])), sorted(people, key=lambda p: (p[2], p[0]), reverse=True), min(people, key=lambda p: p[2])[0])
people.sort(key=lambda p: p[0], reverse=True)
people.sort(key=lambda p: p[1])
print([p[0] for p in people])
print(sorted("bAcB"), sorted("bAcB", key=str.lower), sorted(["10", "9", "1"]), sorted(["10", "9", "1"], key=int), sorted([(2, "x"), (1, "z"), (1, "a")]), sorted([[3], [1, 2], []]), sorted([0.5, 1, True, -1]), sorted({"b": 1, "a": 2}), sorted({3, 1}), sorted([False, True, False]), sorted([b"b", b"a"]))
print(sorted(range(10), key=lambda x: (x % 3, -x)), sorted(["aaa", "b", "cc"], key=len, reverse=True), sorted([3, 1, 2], key=lambda x: 0), sorted([], key=len))

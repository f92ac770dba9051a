# Comparisons between int and float are exact beyond 2**53.
big = 2 ** 53
print(big + 1 == float(big), big + 1 > float(big), float(big + 1) == big + 1, big == float(big))
print(10 ** 30 == 1e30, 10 ** 22 == 1e22, 10 ** 23 == 1e23, int(1e23))
inf = float("inf")
print(10 ** 400 < inf, -(10 ** 400) > -inf, 10 ** 400 == inf, 10 ** 400 > 1e308)
nan = float("nan")
print(1 < nan, 1 > nan, 1 == nan, 1 != nan, 10 ** 400 < nan)
print(1 == 1.0, hash(1) == hash(1.0), hash(2 ** 60) == hash(float(2 ** 60)), 2 ** 61 - 1 == float(2 ** 61 - 1))
print({1: "a", 1.0: "b", True: "c"}, {2 ** 53: 1}.get(float(2 ** 53)), 1.5 in {1: 0})
print(sorted([3, 2.5, 10 ** 20, -1e30, True, 2 ** 53 + 1, float(2 ** 53)]))
print(0.5 < 1, 1 < 1.5, 3 >= 3.0, -1 <= -1.5, 0 == -0.0, 5 != 5.5)
print(max(1, 1.0), max(1.0, 1), min(2, 2.0), max(3, 2.9, 3.0))

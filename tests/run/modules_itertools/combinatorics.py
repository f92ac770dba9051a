# itertools: product, permutations, combinations and groupby.
from itertools import product, permutations, combinations, combinations_with_replacement, groupby
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=3)), list(product()), list(product([1], [])), list(product("ab", repeat=2)))
print(list(permutations([1, 2, 3])), list(permutations("abc", 2)), list(permutations([1], 2)), list(permutations([])), len(list(permutations(range(6)))))
print(list(combinations([1, 2, 3, 4], 2)), list(combinations("abc", 3)), list(combinations("ab", 3)), list(combinations([1], 0)), list(combinations_with_replacement("ab", 2)), len(list(combinations(range(10), 4))))
print([(k, list(g)) for k, g in groupby("aaabbca")], [(k, len(list(g))) for k, g in groupby([1, 1, 2, 3, 3, 3])], [(k, [w for w in g]) for k, g in groupby(sorted(["bb", "a", "cc", "d"], key=len), key=len)], list(groupby([])), {k: sum(1 for _ in g) for k, g in groupby(sorted("mississippi"))})
g = groupby([1, 1, 2, 2])
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2))
people = [("Ann", "x"), ("Bob", "y"), ("Cid", "x")]
for key, group in groupby(sorted(people, key=lambda p: p[1]), key=lambda p: p[1]):
    print(key, [n for n, _ in group])
print(sum(1 for a, b, c in product(range(1, 7), repeat=3) if a + b + c == 10), max(permutations([1, 3, 2])), [p for p in permutations("abc") if p[0] == "b"], any(sum(c) == 7 for c in combinations([1, 2, 4, 8], 3)))
for f in (lambda: list(combinations([1], -1)), lambda: list(permutations([1], -1)), lambda: product([1], repeat=-1), lambda: combinations([1]), lambda: product(5), lambda: permutations(5), lambda: groupby(), lambda: combinations([1], "a")):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

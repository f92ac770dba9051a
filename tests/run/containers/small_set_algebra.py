a, b = set("hello"), set("world")
print(sorted(a & b), sorted(a | b), sorted(a - b), sorted(a ^ b), len(a), "h" in a, a.isdisjoint("xyz"), sorted(a.union("xy")), sorted(a.intersection("heap")), a >= set("he"), a > a, a == set("olleh"))
seen, dups = set(), []
for x in [1, 2, 1, 3, 2, 1]:
    if x in seen:
        dups.append(x)
    else:
        seen.add(x)
print(seen, dups, {1, 2} < {1, 2, 3}, {1} == {1.0}, {1, 2} - {2, 3} | {9}, {1, 2, 3} & {2, 3} - {3})
s = {1, 2, 3}
t = s
t -= {1}
print(s, s is t)
t = t - {2}
print(s, t, bool(set()), bool({0}), set() == frozenset(), {x for x in "aab"} == {"a", "b"})

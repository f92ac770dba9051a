# Sets of ints: methods, operators, comparisons, and frozenset.
a = {1, 2, 3, 4}
b = {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b, a.union(b, [9]), a.intersection([1, 2], {2}), a.difference([1], (2,)), a.symmetric_difference([1, 100]))
print(a <= b, a < a, a <= a, {3} < b, a > {1}, a >= {1, 9}, a == {4, 3, 2, 1}, a != b, a.isdisjoint({7}), {1}.issubset([1, 2]), a.issuperset((1,)), set() <= a)
print(a.add(10), a, a.discard(99), a.discard(10), a.remove(1), a, a.update([7, 8], (9,)), a, a.intersection_update({7, 8, 2}), a, a.difference_update([8]), a, a.symmetric_difference_update({2, 5}), a)
a |= {1}; a &= {1, 5, 7}; a -= {7}; a ^= {5, 6}
print(a, a.copy() == a, len(a), 6 in a, a.clear(), a, set("a"), set(), set([1, 1, 2]), set(range(3)), {*[1, 2], 3}, {x % 3 for x in range(10)})
f = frozenset([1, 2])
print(f, f | {3}, {3} | f, f & {1}, f == {1, 2}, {f: "k"}[frozenset([2, 1])], type(f | {3}).__name__, type({3} | f).__name__, frozenset(), hash(f) == hash(frozenset([2, 1])), {frozenset([1])} == {frozenset([1])}, f - {1}, f.union([5]))
for g in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {[]}, lambda: {1} | [2], lambda: {1} + {2}, lambda: f.add(3), lambda: set(5), lambda: {1} < [1], lambda: {1}[0], lambda: hash(set()), lambda: {set()}, lambda: [] in {1}, lambda: {1}.union(5), lambda: {1}.remove("k"), lambda: {{}}, lambda: {1}.add([1])):
    try:
        print(g())
    except (KeyError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print({1, 1.0, True}, {0, False}, {"x", "x"}, {(1, 2), (1, 2)}, {None}, 1.0 in {1}, True in {1}, len({1, 2, 2.0, 3}), {1} in [{1}], set([3]) == frozenset([3]))

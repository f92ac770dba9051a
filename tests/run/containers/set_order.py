# Sets of small ints iterate in CPython's table order.
print({3, 1, 2}, {10, 5, 1}, {8, 0, 16}, {100, 50, 25, 12}, {-1, -2, 0, 1}, {7, 15, 23, 31, 39}, {2 ** 61, 1, 0})
s = set()
for i in (64, 32, 0, 96, 5, 37, 69):
    s.add(i)
    print(s)
for i in (0, 5):
    s.remove(i)
s.add(128)
print(s, list(s), sorted(s))
t = set(range(0, 1000, 37))
print(list(t))
print([t.pop() for _ in range(5)], len(t))
u = {i * i % 101 for i in range(60)}
print(u)
print(u - t, u & t, list(u | {1000, 2000})[-5:], set([9, 1, 17, 25]) ^ {1})
print({1.5, 2.5, 0.5}, {0.1, 1, 2}, {(1, 2), (3, 4), (0, 0)}, {True, 5, 3.0}, frozenset([33, 1, 65]))
v = set(range(20))
for i in range(0, 20, 3):
    v.discard(i)
print(v)
v.update(range(100, 90, -1))
print(v, v.copy())
w = set(v)
print(list(w) == list(v), list(set(list(v))), min(v), sum(v))
while len(v) > 20:
    print(v.pop(), end=" ")
print(v)

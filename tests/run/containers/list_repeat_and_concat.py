a = [1, 2]
print(a + [3], a * 2, 2 * a, a * 0, a * -5, [] + [], [None] * 3, [[]] * 2, a + a is a, (1,) * 3, "ab" * 2, a == [1, 2])
b = a
b += (3,)
b *= 2
print(a, b is a)
b = b + [9]
print(len(a), len(b))
a += a
print(len(a), sum(a))
c = [0] * 5
c[2] = 1
print(c, [c] * 2)

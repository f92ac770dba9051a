# Ints near the edges of machine words stay exact, whatever they were proved to be.
def grow(n):
    x = 1
    for i in range(n):
        x = x * 3 + i
    return x


def shift(a, k):
    return a << k, a >> k


def square(x):
    return x * x


def add(a, b):
    return a + b


def sub(a, b):
    return a - b


def tri(n):
    t = 0
    for i in range(n):
        t += i * i
    return t


big = 9223372036854775807
low = -9223372036854775808
print(grow(10), grow(50), grow(100))
print(square(3037000499), square(3037000500), square(-4294967296))
print(add(big, 1), add(low, -1), sub(low, 1), sub(-1, big))
print(add(4611686018427387904, 4611686018427387904), add(2305843009213693952, 2305843009213693952))
print(shift(1, 62), shift(1, 63), shift(-1, 64), shift(big, 1))
print(tri(1000), tri(10))
print(-low, abs(low), big + 1 - 1, low - 1 + 1)
print(2305843009213693951 + 1, 2305843009213693952 + 1, 2305843009213693953 * 2)
print(big // -1, low // -1, low % -1, low // 10, low % 10)
m = 1
for k in range(70):
    m = m * 2
print(m, m - 1, -m, ~m, m >> 60, m & 255, m | 1, m ^ m)
c = 0
for a in [big, low, 0, -1, 1]:
    c = c + a
print(c)
n = 2305843009213693950
for step in range(5):
    n += 1
    print(n, end=" ")
print(n * 2, n * 4, n * 8)
for i in range(2305843009213693949, 2305843009213693955):
    print(i, i + 1, i * 4)
for i in range(9223372036854775805, 9223372036854775810):
    print(i, i + 1)
for i in range(-9223372036854775806, -9223372036854775811, -1):
    print(i, i - 1)
print(len(range(9223372036854775807)) + 1)


def down(n):
    if n <= 0:
        return 0
    return 1 + down(n - 1)


print(down(100))


def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)


print(fact(20), fact(21), fact(30))


def power(b, e):
    r = 1
    while e > 0:
        if e % 2 == 1:
            r = r * b
        b = b * b
        e = e // 2
    return r


print(power(3, 5), power(7, 40), power(-2, 63), power(2, 64))


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


print(collatz(27), collatz(4611686018427387905), max(collatz(i) for i in range(1, 50)))

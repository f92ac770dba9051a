print(sum(range(1, 101)), sum(i * i for i in range(11)), 5 * 4 * 3 * 2, 10 - 3 - 2, 2 + 3 * 4 ** 2 / 8 - 1, (2 + 3) * 4, -3 ** 2, (-3) ** 2, 7 // 2 * 2 + 7 % 2, 1_000 * 1_000, 0x10 + 0b10 + 0o10)
n = 1
for i in range(1, 26):
    n *= i
print(n, n // 10 ** 20, n % 1000000007, str(n)[::-1])
a, b = 0, 1
while b < 10 ** 25:
    a, b = b, a + b
print(a, b, b - a, divmod(b, a), b % 97)
x = 12345
print(x // 1000, x // 100 % 10, x % 10, int(str(x)[::-1]), sum(map(int, str(x))), len(str(x)), x & 0xff, x >> 3, x ^ 1)

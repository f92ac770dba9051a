# Digits of pi and e with big integers.
def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join(map(str, out))

def e_digits(n):
    scale = 10 ** (n + 10)
    total = term = scale
    k = 1
    while term:
        term //= k
        total += term
        k += 1
    return str(total // 10 ** 10)

def sqrt_digits(x, n):
    target = x * 10 ** (2 * n)
    guess = 10 ** (len(str(target)) // 2 + 1)
    while True:
        nxt = (guess + target // guess) // 2
        if nxt >= guess:
            return str(guess)
        guess = nxt

print(pi_digits(120))
print(e_digits(100))
print(sqrt_digits(2, 60), sqrt_digits(10 ** 10, 0))
def machin(n):
    unity = 10 ** (n + 10)
    def arccot(x):
        s = term = unity // x
        k, sign = 3, -1
        while term:
            term //= x * x
            s += sign * (term // k)
            k, sign = k + 2, -sign
        return s
    return 4 * (4 * arccot(5) - arccot(239)) // 10 ** 10
print(machin(80), str(machin(100))[:50] == pi_digits(50))
f = 1
for i in range(2, 101):
    f *= i
print(f, len(str(f)), sum(map(int, str(f))), str(f).rstrip("0")[-3:])
a, b, n = 0, 1, 0
while len(str(a)) < 100:
    a, b, n = b, a + b, n + 1
print(n, a)
print(2 ** 127 - 1, (2 ** 127 - 1) % 10 ** 9, pow(7, 10 ** 18, 10 ** 9 + 7), int("deadbeef" * 4, 16) >> 64)

# Floats: signs of zero, nan, infinity, mixed operands, exact texts of errors.
import math

nan = float("nan")
inf = float("inf")


def ops(a, b):
    return a + b, a - b, a * b, a < b, a == b, a != b, a >= b


print(ops(1.5, 2.5), ops(0.0, -0.0), ops(inf, 1.0), ops(nan, nan))
print(-0.0, 0.0 - 0.0, -(0.0), 1e308 * 10, -1e308 * 10, inf - inf)


def area(r):
    return math.pi * r**2


print(area(1), area(2.5), area(0))


def poly(x):
    return 3 * x**3 - 2 * x**2 + x - 7


print(poly(1.5), poly(2), poly(-0.5), poly(1e100))


def newton(a):
    x = a
    n = 0
    while abs(x * x - a) > 1e-9:
        x = (x + a / x) / 2
        n += 1
    return x, n


print(newton(2.0), newton(9), newton(1e6))


def div(a, b):
    try:
        return a / b, a // b, a % b
    except ZeroDivisionError as e:
        return str(e)


for a in (7.5, -7.5, 0.0, inf, 1e300):
    for b in (2.0, -2.0, 0.0, 0.3):
        print(a, b, div(a, b))
for p in (0, 1, 2, -1, 0.5):
    try:
        print(2.5**p, 0.0**p, (-8.0) ** p)
    except (ZeroDivisionError, OverflowError) as e:
        print(e)
try:
    x = 10.0
    print(x**400)
except OverflowError as e:
    print(e)
t = 0.0
for i in range(10):
    t += 0.1
print(t, t == 1.0, round(t, 3), int(t), f"{t:.2f}", str(t), repr(t))
h = 0.0
for i in range(1, 50):
    h += 1 / i
print(h)
print(bool(0.0), bool(-0.0), bool(nan), not 0.5)
x = 1.5
if x:
    print("true")
x -= 1.5
if not x:
    print("false")
k = 3
x += k
x *= k
x /= 2
x //= 2
x %= 2
x **= 2
print(x, k / 2, k // 2.0, k % 2.0, 2**-1, 2**0.5, k**k)
big = 2**60
print(big * 1.0, big / 3, float(big + 1), big + 0.5, big < 1e18, big == 1152921504606846976.0)


def mixed(n, f):
    return n * f, n + f, n / f, f / n, n > f, n == f


print(mixed(3, 1.5), mixed(2**70, 1.5), mixed(True, 2.0))

import math, random, cmath
def newton(f, df, x, eps=1e-12):
    for n in range(50):
        step = f(x) / df(x)
        x -= step
        if abs(step) < eps:
            return x, n
    return x, None
print(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0))
def rk4(f, y, t, h):
    k1 = f(t, y); k2 = f(t + h / 2, [a + h / 2 * b for a, b in zip(y, k1)])
    k3 = f(t + h / 2, [a + h / 2 * b for a, b in zip(y, k2)]); k4 = f(t + h, [a + h * b for a, b in zip(y, k3)])
    return [a + h / 6 * (p + 2 * q + 2 * r + s) for a, p, q, r, s in zip(y, k1, k2, k3, k4)]
y, t = [1.0, 0.0], 0.0
for _ in range(100):
    y = rk4(lambda t, y: [y[1], -y[0]], y, t, 0.01)
    t += 0.01
print([round(v, 10) for v in y], math.isclose(y[0], math.cos(1), rel_tol=1e-9))
def lu_solve(a, b):
    n = len(a)
    a = [row[:] for row in a]; b = b[:]
    for k in range(n):
        p = max(range(k, n), key=lambda i: abs(a[i][k]))
        a[k], a[p] = a[p], a[k]
        b[k], b[p] = b[p], b[k]
        for i in range(k + 1, n):
            m = a[i][k] / a[k][k]
            for j in range(k, n):
                a[i][j] -= m * a[k][j]
            b[i] -= m * b[k]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (b[i] - sum(a[i][j] * x[j] for j in range(i + 1, n))) / a[i][i]
    return x
print(lu_solve([[2.0, 1.0], [1.0, 3.0]], [3.0, 5.0]))
print(lu_solve([[0, 2], [1, 1]], [4, 3]))
random.seed(42)
inside = 0
for _ in range(1000):
    x, y2 = random.random(), random.random()
    if x * x + y2 * y2 <= 1:
        inside += 1
print(4 * inside / 1000, random.randint(1, 6), random.choice("abc"), random.sample(range(10), 3))
mean = lambda xs: sum(xs) / len(xs)
var = lambda xs: mean([(x - mean(xs)) ** 2 for x in xs])
print(mean([1, 2, 3]), var([1, 2, 3, 4]), var([0.5, 1.5]))
def mandel(c, n=50):
    z = 0
    for i in range(n):
        if abs(z) > 2: return i
        z = z * z + c
    return n
print([mandel(complex(x / 10, 0.5)) for x in range(-10, 5, 3)], abs(3 + 4j), cmath.sqrt(-1))
print(math.factorial(25), math.comb(50, 25), 2 ** 0.5, (-8) ** (1 / 3), 7 // -2, 7 % -2, -7.5 // 2)
def simpson(f, a, b, n):
    h = (b - a) / n
    s = f(a) + f(b)
    for i in range(1, n):
        s += f(a + i * h) * (4 if i % 2 else 2)
    return s * h / 3
print(simpson(math.sin, 0, math.pi, 100), simpson(lambda x: x ** 2, 0, 3, 10))
def fft(xs):
    n = len(xs)
    if n == 1: return xs
    e, o = fft(xs[::2]), fft(xs[1::2])
    tw = [cmath.exp(-2j * cmath.pi * k / n) * o[k] for k in range(n // 2)]
    return [e[k] + tw[k] for k in range(n // 2)] + [e[k] - tw[k] for k in range(n // 2)]
print([round(abs(v), 6) for v in fft([1, 2, 3, 4])])
grid = [[0] * 5 for _ in range(5)]
for x, y3 in [(1, 2), (2, 2), (3, 2)]:
    grid[y3][x] = 1
def life(g):
    n = len(g)
    def nb(r, c):
        return sum(g[(r + i) % n][(c + j) % n] for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j)
    return [[1 if nb(r, c) == 3 or (g[r][c] and nb(r, c) == 2) else 0 for c in range(n)] for r in range(n)]
for row in life(grid): print("".join(".#"[v] for v in row))

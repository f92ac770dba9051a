def mean(xs):
    t = 0
    for x in xs: t += x
    return t
print(mean([]), mean([1.5]), mean([True, True]))
def f(n):
    r = 1
    for i in range(1, n): r *= i
    return r
print(f(25), f(3))
def g(a, b=0):
    a += b
    return a
print(g(2**62, 2**62), g(1.5), g(True), g("x", "y"))
x = 5
def h():
    global x
    x = x * 2.5
    return x
print(h(), x)
def k(n):
    s = 0
    while n:
        s, n = s + n % 10, n // 10
    return s
print(k(10**30), k(0), -7 // 2, -7 % -3, 7 % -3)
def m(v):
    if v > 3: y = "big"
    elif v > 2: y = 2
    else: y = None
    return y
print(m(5), m(2.5), m(1))
def p(n, acc=1):
    return acc if n <= 1 else p(n - 1, acc * n)
print(p(30))
c = 0
for i in range(3):
    c = c or i == 1
print(c, True + True, 1 == True, [1 > 0, 2])
def sh(n): return 1 << n
print(sh(70), sh(3), ~5, 6 ^ 3, 2 ** -1, 2 ** 70, 10 ** 2)
def mx(a, b): return max(a, b), min(a, b), abs(a - b), round(a / b, 2)
print(mx(3, 2), mx(2.5, 1))
e = 0.1
for _ in range(10): e += 0.1
print(e, int(e), e == 1.1, 1e308 * 10)
def dv(a, b):
    try: return a // b
    except ZeroDivisionError as z: return str(z)
print(dv(1, 0), dv(7, -2), dv(-(2**63), -1))
n = 10
n = n / 2
print(n, int(n) // 2)
d = {}
for w in "a b a".split(): d[w] = d.get(w, 0) + 1
print(d)
for i in range(5): pass
print(i)
for j in range(0): pass
try: print(j)
except NameError as z: print(z)

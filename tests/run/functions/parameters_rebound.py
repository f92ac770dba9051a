# Parameters are variables of the call: rebinding, deleting and mutating them.
def f(a, b=[], *args, **kw):
    a += 1
    b = b + [a]
    args += (a,)
    kw["a"] = a
    return a, b, args, kw
x, y = 1, [0]
k = {"z": 1}
print(f(x, y, 5, **k), x, y, k, f(10), f(10))
def g(xs):
    xs += [1]
    xs = xs + [2]
    xs.append(3)
    return xs
v = [0]
print(g(v), v)
def h(s, n, t):
    s += "x"
    n -= 1
    t += (1,)
    return s, n, t
s, n, t = "s", 5, ()
print(h(s, n, t), s, n, t)
def d(a, b):
    del a
    a = b
    b = 0
    return a, b
print(d(1, 2))
def closure(p):
    def inc():
        nonlocal p
        p += 1
        return p
    p *= 10
    return inc(), p
print(closure(3))
def loop(n, acc):
    while n:
        n, acc = n - 1, acc + n
    return n, acc
print(loop(10, 0))
def swap(a, b):
    a, b = b, a
    return a, b
print(swap([1], "x"))
def default(a=None):
    if a is None:
        a = []
    a.append(1)
    return a
print(default(), default(), default([5]))

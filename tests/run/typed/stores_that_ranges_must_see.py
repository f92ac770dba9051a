from functools import partial, reduce
xs = [7, 8]
partial(xs.append)(-5)
list(map(xs.append, [-9]))
print([x % 4 for x in xs], [x // 4 for x in xs])
def f(x, m=3):
    return x % m
f.__defaults__ = (-3,)
print(f(7), f(8, 5))
def total(n):
    acc = 1
    for i in range(n):
        acc = acc * 3 + i
    return acc
print(total(60))
ys = [1]
def grow(zs):
    for _ in range(70):
        zs[0] += zs[0]
grow(ys)
print(ys)
class C:
    n = 5
    def mod(self): return self.n % 3
c = C()
c.__dict__["n"] = -5
print(c.mod())
d = {"k": 5}
e = d
e |= {"k": -5}
print(d["k"] % 3)
t = [3, 4]
t[:] = (v - 10 for v in t)
print([v % 4 for v in t])
it = iter(t)
def step():
    global g
    g -= 3
g = 1
step(); step()
print(g % 4, g // 4)

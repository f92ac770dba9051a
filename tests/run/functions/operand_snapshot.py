# An operand read before a later operand rebinds its name keeps the old value.
def local():
    x = 1
    a = x + (x := 10) + x
    b = [x, (x := 2), x]
    c = (x, x := 3, x)
    d = {x: (x := 4), x: x}
    e = max(x, x := 9) + x
    f = x < (x := 1) < x + 1
    g = f"{x}{(x := 7)}{x}"
    h = [x, x := x + 1][0] * x
    i = x if (x := 0) else x
    xs = [1, 2]
    j = xs + (xs := [3]) + xs
    k = xs[0] + (xs := [50])[0] + xs[0]
    return a, b, c, d, e, f, g, h, i, j, k
print(local())
def cells():
    x = 1
    def bump():
        nonlocal x
        x += 10
        return x
    a = x + bump() + x
    b = [x, bump(), x]
    c = (bump(), x, bump())
    d = x if bump() else 0
    e = x - bump()
    f = f"{x} {bump()} {x}"
    g = x < bump()
    h = max(x, bump(), x)
    return a, b, c, d, e, f, g, h
print(cells())
n = 1
def grow():
    global n
    n *= 2
    return n
print(n + grow() + n, [n, grow(), n], {n: grow()}, n - grow(), f"{n}{grow()}{n}", (n, grow(), n)[0], n == grow(), print(n, grow(), n))
class Box:
    v = 1
    def up(self):
        self.v += 1
        return self.v
b = Box()
print(b.v + b.up() + b.v, [b.v, b.up(), b.v], b.v * b.up(), (b.v, b.up()))
xs = [1]
def push():
    xs.append(len(xs) + 1)
    return xs[-1]
print(xs[0] + push() + xs[-1], len(xs) + push() + len(xs), [len(xs), push(), len(xs)], xs[push() - 1], xs[-1] - push())
i = 0
def idx():
    global i
    i += 1
    return i
data = [0] * 6
data[idx()] = idx()
data[i] += idx()
data[idx()] += data[i]
print(data, i)
t = [0, 0]
t[0], t[t[0]] = 1, 5
print(t)

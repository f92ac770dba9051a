# Names share lists; += mutates, + makes a new one; repeated rows are one row.
a = [1, 2]
b = a
b.append(3)
print(a, a is b)
b = b + [4]
print(a, b, a is b)
c = a
c += [9]
print(a, c is a)
t = (a, a)
t[0].append(0)
print(t)
try:
    t[0] += [1]
except TypeError as e:
    print(e)
print(t)
grid = [[0] * 3] * 2
grid[0][1] = 7
print(grid, grid[0] is grid[1])
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 7
print(grid)
d = {"k": a}
e = d.copy()
e["k"].append("deep")
e["n"] = 1
print(d, e)
def mutate(xs, ys):
    xs.append("in")
    ys = ys + ["local"]
    return ys
p, q = [], []
print(mutate(p, q), p, q)
x = y = []
x.append(1)
print(y, x is y)
m, n = [], []
m.append(1)
print(n, m is n, [] is [], m == [1])
s = list(a)
s[0] = "changed"
print(a[0], s[0], a[:] == a, a[:] is a)
nested = [1, [2, [3]]]
flat = nested[:]
flat[1][1].append(4)
print(nested, [nested] * 2)

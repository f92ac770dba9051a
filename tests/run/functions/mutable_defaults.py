# Defaults are evaluated once, when the def runs, and live in the function object.
def add(x, acc=[]):
    acc.append(x)
    return acc
print(add(1), add(2), add(3, []), add(4), add.__defaults__)
def count(d={}):
    d["n"] = d.get("n", 0) + 1
    return d["n"]
print([count() for _ in range(3)])
def maker():
    def f(a=[]):
        a.append(1)
        return a
    return f
x, y = maker(), maker()
x()
print(x(), y())
n = 10
def snap(v=n):
    return v
n = 20
print(snap(), snap(n))
fs = []
for i in range(3):
    def f(i=i):
        return i
    fs.append(f)
print([f() for f in fs], [f(9) for f in fs])
order = []
def note(v):
    order.append(v)
    return v
def g(a=note("a"), *, b=note("b"), c=note("c")):
    return a + b + c
print(order, g(), g("x"), order, g.__kwdefaults__)
lams = [lambda k=k: k * k for k in range(4)]
print([l() for l in lams])
class C:
    items = []
    def add(self, v, into=items):
        into.append(v)
        return into
print(C().add(1), C().add(2), C.items)
def outer(seen=None):
    seen = seen or []
    seen.append(1)
    return seen
print(outer(), outer(), outer([5]))

# What comprehensions can see, and what leaks.
x = "module"
def f():
    x = "local"
    a = [x for _ in range(2)]
    b = [x for x in "ab"]
    return a, b, x
print(f(), x)
class C:
    n = 3
    a = [i for i in range(n)]
    try:
        b = [n for i in range(2)]
    except NameError as e:
        b = str(e)
    g = list(i for i in range(n))
    c = [[j for j in range(i)] for i in range(n)]
print(C.a, C.b, C.g, C.c)
def g(n):
    fs = [lambda: i * n for i in range(3)]
    n = 10
    return [fn() for fn in fs]
print(g(1))
print([[y for y in range(x)] for x in range(3)], x)
print([(x, y) for x in range(2) for y in [x + 1]], [x for x in [x for x in range(3)]], x)
try:
    [zz for q in range(1)]
except NameError as e:
    print(e)
try:
    q
except NameError as e:
    print(e)
def h(xs):
    return {k: [v for v in xs if v % k == 0] for k in (1, 2, 3)}
print(h(range(7)))
fns = {name: (lambda v, name=name: name + v) for name in ("a", "b")}
print(fns["a"]("!"), fns["b"]("?"))
def gen_arg(it):
    return list(it)
lim = 2
print(gen_arg(v for v in range(5) if v > lim), gen_arg((v, lim) for v in "a"), sum(v * lim for v in range(3)))
def order():
    log = []
    def t(v):
        log.append(v)
        return v
    [t(("elt", i, j)) for i in t([1, 2]) if t(i) for j in t([i]) if t(True)]
    {t("k"): t("v") for _ in range(1)}
    return log
for entry in order():
    print(entry, end=" ")
print()
try:
    [1 / i for i in (1, 0)]
except ZeroDivisionError:
    print("propagates")

# All parameter kinds together.
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return (a, b, c, args, d, e, kw)
print(f(1, d=4), f(1, 20, d=4), f(1, 20, 30, 40, 50, d=4, e=6, z=7), f(1, c=9, d=0), f(1, d=4, a=100, b=200))
print(f(*[1, 2], **{"d": 3}), f(*(1,), *(2, 3), d=1, **{"x": 1}, **{"y": 2}), f(0, *"ab", d=None))
def g(*, k):
    return k
def h(a, /):
    return a
def i(*args, **kwargs):
    return args, kwargs
def j(a, *, b=[], **c):
    return a, b, c
print(g(k=1), h(5), i(), i(1, 2), i(a=1), i(*range(3), **{"q": "w"}), j(1), j(a=1, b=2, c=3))
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4), (lambda: None)(), (lambda x, y=5: x + y)(1), (lambda x, /, y: (x, y))(1, y=2))
def defaults(a, b=len("abc"), c=(1, 2), d={"k": 1}["k"]):
    return a, b, c, d
print(defaults(0), defaults(0, d=9), defaults(b=1, a=2))
def order(*args):
    print(*args, sep="|")
    return args[-1]
order(order(1), order(2), order(3))
def wrap(*args, **kwargs):
    return f(*args, **kwargs)
print(wrap(1, 2, 3, d=4, q=5), wrap(*[1], **dict(d=2)))
args = [1, 2]
kw = {"d": 3}
r = f(*args, **kw)
args.append(3); kw["e"] = 4
print(r, f(*args, **kw), kw)
def keep(*args, **kw):
    return args, kw
t, k = keep(*args, **kw)
k["new"] = 1
print(t, k, kw)

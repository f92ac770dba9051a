def f(a, *, b, c=1): return a, b, c
def g(*, x): return x
def h(a, /, b, *, c): return a, b, c
for call in (lambda: f(1, b=2), lambda: f(1), lambda: f(1, 2), lambda: f(b=1), lambda: g(), lambda: g(1), lambda: g(x=1, y=2), lambda: h(1, 2, c=3), lambda: h(1, b=2, c=3), lambda: h(a=1, b=2, c=3), lambda: h(1, 2, 3), lambda: h(1), lambda: f(1, b=2, d=3), lambda: f()):
    try:
        print(call())
    except TypeError as e:
        print(e)

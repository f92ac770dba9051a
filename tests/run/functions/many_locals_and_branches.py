# Variables that are assigned on some paths only.
def f(k):
    if k == 0:
        a = "zero"
    elif k == 1:
        a = 1
        b = "b"
    else:
        for a in range(k):
            b = a
    try:
        return a, b
    except UnboundLocalError as e:
        return str(e)
print([f(i) for i in range(4)])
def g(xs):
    for x in xs:
        if x > 2:
            found = x
            break
    else:
        found = None
    return found, x
print(g([1, 3, 5]), g([1]))
try:
    g([])
except UnboundLocalError as e:
    print(e)
def h(n):
    try:
        v = 10 // n
        w = "computed"
    except ZeroDivisionError:
        v = "inf"
    try:
        return v, w
    except NameError as e:
        return v, type(e).__name__
print(h(5), h(0))
def w(n):
    while n > 0:
        last = n
        n -= 1
    return last
print(w(3))
try:
    w(0)
except UnboundLocalError as e:
    print(e)
def m(v):
    match v:
        case [a, b]:
            r = a + b
        case {"k": r}:
            pass
        case _:
            r = "default"
    return r
print(m([1, 2]), m({"k": "v"}), m(5))
def wi():
    with_done = False
    class C:
        def __enter__(self): return 5
        def __exit__(self, *a): return True
    with C() as c:
        d = c + 1
        raise ValueError
        d = 100
    return c, d, with_done
print(wi())
def dele(flag):
    x = 1
    if flag:
        del x
    try:
        return x
    except UnboundLocalError:
        return "deleted"
print(dele(True), dele(False))

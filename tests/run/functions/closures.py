# Closures share variables, not values; late binding; nonlocal.
def counter(start=0):
    n = start
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return inc, get
inc, get = counter()
print(inc(), inc(5), get())
a, _ = counter(100)
print(a(), inc(), get())
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
def late():
    fs = []
    for j in range(3):
        fs.append(lambda: j)
    j = "changed"
    return fs
print([f() for f in late()])
def outer():
    x = "outer"
    def mid():
        def inner():
            nonlocal x
            x += "+inner"
            return x
        return inner
    f = mid()
    f()
    return f(), x
print(outer())
def adders():
    return {n: (lambda v, n=n: v + n) for n in range(3)}
print({k: f(10) for k, f in adders().items()})
def memo(f):
    cache = {}
    def g(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    g.cache = cache
    return g
@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), len(fib.cache))
def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x
    return run
print(compose(lambda x: x + 1, lambda x: x * 2, str)(4), inc.__name__, len(inc.__closure__), get.__closure__[0].cell_contents)
def unset():
    def g():
        return later
    try:
        return g()
    except NameError as e:
        print(type(e).__name__, e)
    later = 1
    return g()
print(unset())

# functools: reduce, partial, lru_cache, cache, wraps, cmp_to_key, cached_property, singledispatch.
import functools
from functools import reduce, partial, lru_cache, cache, wraps, cmp_to_key, cached_property, singledispatch
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a + b, [], "init"), reduce(max, [3, 9, 2]), reduce(lambda a, b: a * 10 + b, (1, 2, 3), 0))
p = partial(int, base=2)
print(p("101"), p("11", base=3), p.func is int, p.args, p.keywords, partial(max, 5)(3, 9), partial(partial(pow, 2), 3)(), partial(lambda *a, **k: (a, k), 1, x=2)(3, y=4))
calls = []
@lru_cache(maxsize=2)
def f(x, y=0):
    calls.append((x, y))
    return x * 10 + y
print(f(1), f(1), f(2), f(3), f(1), calls, f.cache_info(), f.__name__)
f.cache_clear()
print(f.cache_info(), f(1, y=2), f(1, 2), len(calls))
@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info().hits > 0, fib.cache_info().currsize)
@lru_cache
def g(k):
    return k
try:
    g([])
except TypeError as e:
    print(e)
@lru_cache(None)
def grid(r, c):
    return 1 if r == 0 or c == 0 else grid(r - 1, c) + grid(r, c - 1)
print(grid(16, 16))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), max(["a", "ccc", "bb"], key=cmp_to_key(lambda a, b: len(a) - len(b))), sorted(["b", "a10", "a9"], key=cmp_to_key(lambda a, b: (len(a) > len(b)) - (len(a) < len(b)))))
class C:
    def __init__(self): self.n = 0
    @cached_property
    def v(self):
        self.n += 1
        return self.n * 100
    def add(self, a, b): return a + b
    @lru_cache
    def m(self, x): return x * 2
c = C()
print(c.v, c.v, c.n, c.m(4), c.__dict__)
@singledispatch
def show(x): return "default"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return f"list of {len(x)}"
@show.register(str)
@show.register(bytes)
def text(x): return "text"
print(show(1), show([1, 2]), show("s"), show(b""), show(2.5), show(True))
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)

# Ordinary functional style: map, filter, reduce, partial application, composition, pipelines.
from functools import reduce, partial
nums = list(range(1, 11))
print(list(map(lambda x: x ** 2, filter(lambda x: x % 2, nums))), reduce(lambda a, b: a * b, nums), reduce(lambda a, b: a + [b], "abc", []), sum(map(int, "12345")))
def curry(f):
    return lambda a: lambda b: f(a, b)
print(curry(max)(3)(9), curry(lambda a, b: a + b)("x")("y"))
def pipe(v, *fs):
    return reduce(lambda acc, f: f(acc), fs, v)
print(pipe("  Hello World ", str.strip, str.lower, str.split, len), pipe(5))
add = partial(lambda a, b, c: (a, b, c), 1, c=3)
print(add(2), add.args, add.keywords, partial(int, base=2)("101"), partial(print, "x", sep="-")("y"))
def group(xs, key):
    out = {}
    for x in xs:
        out.setdefault(key(x), []).append(x)
    return out
print(group(nums, lambda n: n % 3), group(["apple", "bob", "cat", "alice"], lambda w: w[0]))
def zip_with(f, *ls):
    return [f(*t) for t in zip(*ls)]
print(zip_with(lambda a, b, c: a + b * c, [1, 2], [3, 4], [5, 6]))
def unfold(f, s):
    out = []
    while (r := f(s)) is not None:
        v, s = r
        out.append(v)
    return out
print(unfold(lambda n: (n % 10, n // 10) if n else None, 90210))
table = sorted([("b", 2), ("a", 2), ("c", 1)], key=lambda t: (-t[1], t[0]))
print(table, max(table, key=lambda t: t[1]), min(table, key=lambda t: t[1])[0])
church = lambda n: lambda f: lambda x: x if n == 0 else f(church(n - 1)(f)(x))
print(church(5)(lambda v: v + 1)(0))
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)

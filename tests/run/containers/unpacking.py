# Unpacking assignment in every position, starred targets, error texts.
a, b = 1, 2
(c, d), e = [3, 4], 5
[f, [g, h]] = "f", "gh"
first, *rest = range(5)
*init, last = "abc"
x, *mid, y = 1, 2
print(a, b, c, d, e, f, g, h, first, rest, init, last, x, mid, y)
(p, *q), *r = [[1, 2, 3], 4, 5]
print(p, q, r)
i = j = k = [0]
i.append(1)
print(i, j, k)
xs = [0, 0, 0]
xs[0], xs[1:], m = "a", ["b", "c"], "d"
print(xs, m)
i = 0
i, xs[i] = 1, "swapped"
print(i, xs)
a, b = b, a
a, b, c = b, c, a
print(a, b, c)
for n, (l, *t) in enumerate([("a", 1, 2), ("b",)]):
    print(n, l, t)
print(*[1, 2], *"ab", *{"k": 1}, *(), sep="-")
print([*range(3), *"xy"], (*[1], 2), {*[1, 2], *[2]}, {**{"a": 1}, "b": 2, **{"a": 3}}, [*[*[1]]])
(z,) = [9]
[w] = {7: 1}
*e1, = ()
u, v = {"k1": 1, "k2": 2}
print(z, w, e1, u, v)
def swap():
    a, b, c = 1, 2
for f in (swap, lambda: (lambda a, b: 0)(*[1, 2, 3]), lambda: [*5], lambda: {**5}, lambda: print(*5)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
def un(v, n):
    if n == 2:
        a, b = v
    elif n == 3:
        a, b, *c = v
    elif n == 1:
        (a,) = v
    else:
        [] = v
for v, n in (([1, 2, 3], 2), ([1], 2), ("a", 2), ([], 3), (5, 2), (None, 2), ({}, 1), ((1, 2), 1), ([1], 0), (iter([1, 2, 3]), 2), (range(10 ** 6), 2), ({1: 2}, 2)):
    try:
        un(v, n)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

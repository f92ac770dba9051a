# Reading, assigning and deleting items and slices.
xs = list(range(10))
print(xs[0], xs[-1], xs[2:5], xs[:3], xs[-3:], xs[::3], xs[::-1], xs[8:2:-2], xs[5:100], xs[-100:2], xs[5:2], xs[True])
xs[0] = "a"; xs[-1] = "z"
print(xs)
xs[1:3] = ["b"]; print(xs)
xs[1:1] = [10, 11, 12]; print(xs)
xs[len(xs):] = ["tail"]; print(xs)
xs[:2] = []; print(xs)
xs[::2] = "ABCDEF"[:len(xs[::2])]; print(xs)
xs[::-1] = list(range(len(xs))); print(xs)
del xs[0]; del xs[-1]; print(xs)
del xs[1:3]; print(xs)
del xs[::2]; print(xs)
xs[:] = [1, 2, 3, 4, 5]; print(xs)
xs[1:4] = (c for c in "pq"); print(xs)
xs[5:2] = ["ins"]; print(xs)
ys = [1, 2, 3]
ys[1:2] = ys; print(ys)
del ys[:]; print(ys)
def seti(l, i, v):
    l[i] = v
def deli(l, i):
    del l[i]
z = [1, 2, 3]
for f in (lambda: z[3], lambda: z[-4], lambda: seti(z, 3, 0), lambda: seti(z, -4, 0), lambda: deli(z, 3), lambda: z["a"], lambda: z[1.0], lambda: z[None], lambda: seti(z, "a", 1), lambda: seti(z, slice(0, 1), 5), lambda: seti(z, slice(0, 3, 2), [1]), lambda: z[::0], lambda: z[1, 2], lambda: deli(z, "x"), lambda: z[10 ** 30], lambda: deli(z, slice(0, 2, 0)), lambda: seti(z, slice(None, None, -1), [1, 2, 3, 4]), lambda: z["a":]):
    try:
        print(f())
    except (IndexError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(z[slice(1, None)], slice(1, 10, 2).indices(5), slice(None, None, -1).indices(5), slice(-3, None).indices(10), slice(1, 2) == slice(1, 2), slice(5), slice(1, 2, 3).step, slice(1, 2).step)

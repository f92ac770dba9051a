# Functions without return, early return, multiple values, docstrings only.
def nothing(): pass
def bare(x):
    if x:
        return
    print("reached")
def doc():
    "only a doc"
def multi():
    return 1, 2
def nested(n):
    for i in range(n):
        for j in range(n):
            if i * j == 6:
                return i, j
    return None
def conditional(x):
    if x > 0:
        return "pos"
    elif x < 0:
        return "neg"
print(nothing(), bare(1), bare(0), doc(), multi(), nested(5), nested(2), conditional(1), conditional(-1), conditional(0))
a, b = multi()
print(a + b, [nothing()], nothing() is None, print("x"), (lambda: ())(), doc.__doc__)
def forever():
    n = 0
    while True:
        n += 1
        if n == 7:
            return n
print(forever(), [].append(1), {}.update({}), [3, 1].sort(), print())
def star_return(*xs):
    return *xs, 99
print(star_return(1, 2), star_return())
def ellipsis(): ...
print(ellipsis(), ...)

# Tuples: immutability, comparison, containing mutables, methods.
t = (1, "a", [2])
print(t, t[0], t[-1], t[1:], len(t), t + (3,), t * 2, (), (1,), tuple("ab"), tuple(range(3)), tuple(), 1 in t, t.count("a"), t.index([2]))
t[2].append(3)
print(t, t == (1, "a", [2, 3]), (1, 2) < (1, 3), (1, 2) < (1, 2, 0), () < (0,), (1, "a") != (1, "b"), (2,) > (1, 99), (1,) == [1])
for f in (lambda: (1, 2)[2], lambda: hash(t), lambda: {t: 1}, lambda: (1,) + [2], lambda: (1, "a") < (1, 2), lambda: (1,).index(5), lambda: t.append(1), lambda: tuple(5), lambda: (1, 2) < 3, lambda: (1,)["a"], lambda: tuple(1, 2)):
    try:
        print(f())
    except (IndexError, TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
def assign():
    t[0] = 5
def delete():
    del t[0]
for f in (assign, delete):
    try:
        f()
    except TypeError as e:
        print(e)
a, b = 1, 2
a, b = b, a
print(a, b, {(1, 2): "pair"}[1, 2], (1, (2, (3,))), ((),), (None,), sorted([(2, "b"), (1, "z"), (2, "a")]), max((1, 5), (1, 4)))
x = 1,
print(x, type(x).__name__, (5), tuple([1]) == (1,), hash((1, "a")) == hash((1, "a")), tuple((1, 2)) , t is tuple(t))
t2 = (1, 2)
t2 += (3,)
print(t2, *t2, [*t2, *t2], (*t2, 4), t2[::-1], tuple(reversed(t2)), sum(t2), min(t2), list(zip(t2, t2[1:])), divmod(*(7, 2)))

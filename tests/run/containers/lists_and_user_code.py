# Lists and tuples whose items run Python code: __eq__, __repr__ and __index__ that change the list, subclasses, slices.
def tr(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


class E:
    def __init__(self, v, hook=None):
        self.v = v
        self.hook = hook

    def __eq__(self, o):
        if self.hook:
            self.hook()
        return isinstance(o, E) and self.v == o.v

    def __repr__(self):
        return "E(%r)" % self.v


class Ix:
    def __init__(self, v):
        self.v = v

    def __index__(self):
        return self.v


class BadIx:
    def __index__(self):
        return "x"


xs = list(range(5))
print(xs[Ix(2)], xs[True], xs[Ix(1):Ix(4)])
xs[Ix(0)] = 9
print(xs)
tr(lambda: xs[BadIx()])
tr(lambda: xs[1.0])
tr(lambda: xs["a":])
tr(lambda: xs[::0])
tr(lambda: [1] * Ix(3))
tr(lambda: xs[10**30])
tr(lambda: xs[: 10**30])
tr(lambda: xs[-(10**30) :])
tr(lambda: [1] * (10**30))
tr(lambda: xs.insert(10**30, 1))
tr(lambda: xs.pop(10**30))
tr(lambda: xs.index(3, -(10**30), 10**30))
tr(lambda: xs.index(77))
tr(lambda: xs.index(E(3)))
tr(lambda: xs.remove(E(3)))

# __eq__ that changes the list
ys = []
ys += [E(1, lambda: ys.clear()), E(2), E(3)]
print(ys.count(E(3)), ys)
ys = []
ys += [E(1, lambda: ys.append(5)), E(2), E(3)]
tr(lambda: ys.index(E(9)))
ys = []
ys += [E(1, lambda: ys.pop()), E(2), E(3)]
tr(lambda: ys.remove(E(3)))
print(len(ys))
ys = []
ys += [E(1, lambda: ys.clear())]
print(ys == [E(1)], ys)


class Rp:
    def __repr__(self):
        zs.append(1)
        if len(zs) > 6:
            return "end"
        return "r"


zs = []
zs += [Rp(), Rp()]
print(zs)
r = []
r.append(r)
r.append((r, {1: r}))
print(r, str(r), len(r))
print(r == r)
s = []
s.append(s)
t = []
t.append(t)
tr(lambda: s == t)


# subclass
class L(list):
    def __init__(self, *a):
        super().__init__(*a)
        self.tag = "t"

    def push(self, x):
        self.append(x)
        return self


l = L([1, 2])
l.push(3).push(4)
print(l, len(l), l[1], l[1:], type(l[1:]).__name__, l.tag, l == [1, 2, 3, 4], [1, 2, 3, 4] == l)
print(l + [5], type(l + [5]).__name__, [0] + l, 2 * l, l * 2)
l += [9]
print(l, type(l).__name__)
l.sort(reverse=True)
print(l, sorted(l), list(l), tuple(l), 9 in l, l.index(4))
del l[0]
l[0] = "z"
print(l, repr(l), [x for x in l], l.copy(), type(l.copy()).__name__)
print(isinstance(l, list), issubclass(L, list), L.__mro__)


class M(list):
    def __getitem__(self, i):
        return "got %r" % (i,)

    def __len__(self):
        return 99

    def __iter__(self):
        return iter("abc")


m = M([1, 2, 3])
print(m[0], m[1:2], len(m), list(m), m, [*m], 1 in m, "a" in m)


class Add:
    def __radd__(self, o):
        return ("radd", o)

    def __rmul__(self, o):
        return ("rmul", o)


print([1] + Add(), [1] * Add())
v = [1]
v += Add() if False else (2,)
print(v)
try:
    v += 5
except TypeError as e:
    print(e)
v *= 2
print(v)
# iteration live
a = [1, 2, 3]
for x in a:
    if x < 10:
        a.append(x + 10)
print(a)
it = iter(a)
print(list(it), next(it, "end"))
a.append(1)
print(next(it, "end"))
a = [1, 2, 3, 4]
for x in a:
    a.remove(x)
print(a)
it = reversed(a)
print(next(it), next(it, None))
a = [1, 2, 3]
it = reversed(a)
a.append(4)
print(list(it), type(it).__name__, type(iter(a)).__name__)
# extended slices
a = list(range(10))
a[::2] = "abcde"
print(a)
try:
    a[::2] = [1]
except ValueError as e:
    print(e)
try:
    a[1:3] = 5
except TypeError as e:
    print(e)
try:
    a[::3] = 5
except TypeError as e:
    print(e)
del a[::-3]
print(a)
a[2:2] = a
print(a)
a[:] = (x for x in "xyz")
print(a)
a[5:1] = [1]
print(a)
print([1, 2] < [1, 2, 0], [1, 2] < [1, "a"] if False else None, [] < [1], [2] > [1, 5])
tr(lambda: [1, 2] < [1, "a"])
tr(lambda: [1] < (1,))
tr(lambda: [1] + (1,))
tr(lambda: (1,) + [1])
tr(lambda: [1] * 2.0)
tr(lambda: hash([1]))
tr(lambda: hash((1, [2])))
tr(lambda: {[1]: 2})
tr(lambda: {(1, {}): 2})
tr(lambda: [].pop())
tr(lambda: [1].pop(3))
tr(lambda: [].append(1, 2))
tr(lambda: [].append())
tr(lambda: [].append(x=1))
tr(lambda: [].insert(1))
tr(lambda: [].sort(1))
tr(lambda: list(5))
tr(lambda: list(1, 2))
tr(lambda: list(x=1))
tr(lambda: list.append(5, 1))
tr(lambda: list.append())
nan = float("nan")
print(nan in [nan], [nan] == [nan], [nan].index(nan), (nan,) == (nan,))
tr(lambda: (1, 2).index(5))
print((1, 2, 1).count(1), (1,) * 3, (1, 2) + (), () + (1, 2), tuple("ab"), tuple([1]) == (1,), hash((1, 2, 3)), hash(()), hash((1,)), (1, 2)[::-1])


class T(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def x(self):
        return self[0]


p = T(3, 4)
print(p, p.x, p == (3, 4), hash(p) == hash((3, 4)), p + (1,), type(p + (1,)).__name__, len(p), list(p), p[1:], {p: 1}[(3, 4)], isinstance(p, tuple))
a, b = p
print(a, b)

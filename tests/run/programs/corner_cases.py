import sys
class Liar(list):
    def append(self, x): super().append(str(x))
    def __len__(self): return 99
xs = Liar([1]); xs.append(2); print(xs, len(xs), list(xs))
class Weird:
    def __init__(self): self.n = 0
    def __eq__(self, o): self.n += 1; return True
    def __hash__(self): return 7
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i
    def __bool__(self): raise TypeError("no truth")
w = Weird()
print(5 in [w], [1, 2] == [w, w], list(w), w.n)
try:
    if w: pass
except TypeError as e: print(e)
def f(a, b=[], *c, d={}, **e):
    b.append(a); d[a] = e
    return b, c, d
print(f(1), f(2, x=1), f(3, [9], 8))
a = [1, 2, 3]
for v in a:
    if len(a) < 8: a.append(v * 2)
print(a)
d = {1: "a"}
try:
    for k in d: d[k + 1] = "b"
except RuntimeError as e: print(e)
x = 5
def g():
    print(x)
    x = 6
try: g()
except UnboundLocalError as e: print(e)
fs = [lambda: i for i in range(3)]
print([h() for h in fs])
t = ([],)
try: t[0] += [1]
except TypeError as e: print(e, t)
print(True + True, True is True, 1 == True, {1: "a", True: "b", 1.0: "c"})
print(sorted([3, 1, 2], key=lambda v: (v % 2, -v)), max([], default="none"))
s = "x" * 3
s += s
print(s, s is s, "é" < "z", "\ud800" != "a", len("\U0001F600"))
def r(n): return r(n + 1)
try: r(0)
except RecursionError as e: print("rec", str(e)[:30])
class P:
    x = []
    def add(self, v): self.x += [v]; return self.x
p, q = P(), P()
p.add(1); q.add(2)
print(P.x, "x" in vars(p), p.x is q.x)
it = iter([1, 2, 3]); print(next(it), list(it), next(it, "end"))
def gen():
    try:
        got = yield 1
        print("got", got)
        yield 2
    finally: print("closed")
k = gen(); print(next(k), k.send("hi")); k.close()
print(int("١٢"), "ß".upper(), "İ".lower() == "i̇", float("1e400"), int("-0b101", 0))
z = [[]] * 2; z[0].append(1); print(z)
lst = [1, 2, 3, 4]; lst[1:3] = []; del lst[-1:]; print(lst, lst * -1)
print(f"{3.14159:+.2e} {255:#x} {'a':*^5} {1234567:,} {0.5:%}", "%5.1f|%-5s|%05d" % (2.25, "a", 42))
try: print(1 < "a")
except TypeError as e: print(e)
import operator
print(operator.itemgetter(1, 0)(["a", "b"]), operator.methodcaller("upper")("q"))
class M(type):
    def __call__(cls, *a): return (cls.__name__, a)
class N(metaclass=M): pass
print(N(1, 2))
print({**{"a": 1}, "a": 2}, [*"ab", *(1, 2)], *range(2), sep="/")
raise KeyError("bye")

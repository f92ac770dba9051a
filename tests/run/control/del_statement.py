# del of names, items, slices, attributes, tuples of targets.
a, b, c = 1, 2, 3
del a
try:
    a
except NameError as e:
    print(e)
del b, c
xs = [1, 2, 3, 4, 5, 6]
del xs[0], xs[-1]
print(xs)
del xs[1:3]
print(xs)
d = {"a": 1, "b": {"c": 2}}
del d["b"]["c"], d["a"]
print(d)
class C: pass
o = C()
o.x = o.y = 1
del o.x
print(vars(o))
(p, q) = 1, 2
del (p, q)
del [xs[0]]
print(xs)
def f():
    v = [1]
    w = v
    del v
    w.append(2)
    try:
        return v
    except UnboundLocalError as e:
        v = "again"
        return str(e), v, w
print(f())
for f in (lambda: d.__delitem__("zz"), lambda: xs.__delitem__(5)):
    try:
        f()
    except (KeyError, IndexError) as e:
        print(type(e).__name__, e)
for i in range(3):
    del i
try:
    i
except NameError as e:
    print(e)
def g(n):
    del n
    n = 5
    return n
print(g(1))
def h():
    k = 1
    def inner():
        return k
    del k
    try:
        return inner()
    except NameError as e:
        return type(e).__name__, str(e)
print(h())

# copy and deepcopy: sharing, recursion, hooks.
import copy
a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append("x"); a[2]["k"].append("y"); a.append("z")
print(a, b, c, b[1] is a[1], c[1] is a[1])
class P:
    def __init__(self, v): self.v, self.me = v, self
    def __eq__(self, o): return self.v == o.v
p = P([1])
q, r = copy.copy(p), copy.deepcopy(p)
p.v.append(2)
print(q.v, r.v, q.me is p, r.me is r, type(r) is P)
shared = [0]
d = copy.deepcopy([shared, shared, (shared,)])
d[0].append(1)
print(d, d[0] is d[1], d[2][0] is d[0])
l = [1]
l.append(l)
m = copy.deepcopy(l)
print(m, m[1] is m, copy.copy((1, 2)), copy.deepcopy((1, [2])), copy.copy({1, 2}), copy.deepcopy({"a": {"b": 1}}), copy.copy("s"), copy.deepcopy(None), copy.copy(len) is len, copy.deepcopy(P) is P)
class H:
    def __init__(self): self.log = []
    def __copy__(self):
        h = H(); h.log = ["copied"]; return h
    def __deepcopy__(self, memo):
        h = H(); h.log = ["deep", len(memo) >= 0]; return h
print(copy.copy(H()).log, copy.deepcopy([H()])[0].log)
t = (1, 2)
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.deepcopy(frozenset([1])), copy.copy([]) == [], copy.deepcopy({(1, 2): [3]}))
class Slotted:
    __slots__ = ("a", "b")
s = Slotted()
s.a = [1]
u = copy.deepcopy(s)
s.a.append(2)
print(u.a, hasattr(u, "b"))
class L(list): pass
x = L([[1]])
x.extra = "e"
y = copy.deepcopy(x)
print(type(y).__name__, y, y.extra, y[0] is x[0])

class Evil:
    def __eq__(self, o):
        if isinstance(o, list):
            o.append("s")
        return False
    def __hash__(self):
        return 1
xs = [1, 2]
print(xs == Evil(), xs[-1])
ys = [[1], [2]]
print(ys == [Evil(), Evil()], ys)
def f(a):
    a.append(2.5)
    return a
zs = [1]
g = f
print(g(zs), sum(zs))
add = zs.append
add("q")
print(zs)
ws = [1]
getattr(ws, "append")("t")
print(ws)
vs = [3]
list.append(vs, None)
print(vs)
us = [3]
for fn in (us.extend, us.append):
    fn([1.5])
print(us)
ts = [1]
class H: pass
h = H()
h.t = ts
h.t.append("x")
print(ts, ts[1])
d = {}
d["k"] = ts
d["k"].insert(0, None)
print(ts)
def mk():
    acc = []
    def put(v):
        acc.append(v)
        return acc
    return put
p = mk()
p(1); print(p("two"))
import operator, heapq
q = [5, 1]
operator.setitem(q, 0, "zero")
print(q)
heapq.heappush(r := [1, 2], 0.5)
print(r)
m = [1, 2, 3]
m[0:1] = ["a", "b"]
print(m)
n = [1]
n += "xy"
print(n)
o = {1: 2}
o.update({"a": "b"})
o.update([(2.5, None)], z=3)
print(o)
s = {1}
s |= {"a"}
s.update([2.5])
print(len(s), "a" in s)
t = (1, [2])
t[1].append("z")
print(t)
k = [[0] * 2] * 2
k[0][0] = "al"
print(k)
def gen():
    buf = []
    while True:
        x = yield buf
        buf.append(x)
it = gen(); next(it); it.send(1); print(it.send("u"))

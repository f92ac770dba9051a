class Tree:
    def __init__(self, v, l=None, r=None):
        self.v, self.l, self.r = v, l, r

def build(xs):
    if not xs:
        return None
    m = len(xs) // 2
    return Tree(xs[m], build(xs[:m]), build(xs[m + 1:]))

def draw(t, depth=0, mark=""):
    if t is None:
        return
    draw(t.r, depth + 1, "/")
    print("    " * depth + mark + str(t.v))
    draw(t.l, depth + 1, "\\")

def levels(t):
    out, cur = [], [t]
    while cur:
        out.append([n.v for n in cur])
        cur = [k for n in cur for k in (n.l, n.r) if k]
    return out

def paths(t):
    if not (t.l or t.r):
        return [[t.v]]
    return [[t.v] + p for k in (t.l, t.r) if k for p in paths(k)]

def invert(t):
    if t:
        t.l, t.r = invert(t.r), invert(t.l)
    return t

def fold(t, f, z):
    return z if t is None else f(fold(t.l, f, z), t.v, fold(t.r, f, z))

t = build(list(range(1, 12)))
draw(t)
print(levels(t), paths(t), sep="\n")
print(fold(t, lambda a, v, b: a + v + b, 0), fold(t, lambda a, v, b: a + [v] + b, []), fold(t, lambda a, v, b: 1 + max(a, b), 0))
print(fold(invert(t), lambda a, v, b: a + [v] + b, []))
def serialize(t):
    return "#" if t is None else f"{t.v},{serialize(t.l)},{serialize(t.r)}"
def deserialize(s):
    it = iter(s.split(","))
    def go():
        v = next(it)
        return None if v == "#" else Tree(int(v), go(), go())
    return go()
s = serialize(t)
print(s, serialize(deserialize(s)) == s)
def lca(t, a, b):
    if t is None or t.v in (a, b):
        return t
    l, r = lca(t.l, a, b), lca(t.r, a, b)
    return t if l and r else l or r
print(lca(t, 1, 5).v, lca(t, 10, 11).v, lca(t, 1, 11).v)

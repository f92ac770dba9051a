# __slots__ forbids other attributes.
class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
p = P(1, 2)
p.x += 5
print(p.x, p.y, P.__slots__, hasattr(p, "__dict__"))
for f in (lambda: setattr(p, "z", 1), lambda: p.z, lambda: P(1), lambda: vars(p)):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
del p.x
try:
    p.x
except AttributeError as e:
    print(e)
class Q(P):
    __slots__ = ("z",)
q = Q(1, 2)
q.z = 3
print(q.x, q.z)
try:
    q.w = 1
except AttributeError as e:
    print(e)
class R(P): pass
r = R(1, 2)
r.extra = 5
print(r.__dict__, r.x)
class S:
    __slots__ = "only"
    def __init__(self): self.only = []
s = S()
s.only.append(1)
print(s.only)
try:
    S.only
    class T:
        __slots__ = ("a",)
        a = 5
except ValueError as e:
    print(e)
class Node:
    __slots__ = ["val", "next"]
    def __init__(self, val, next=None):
        self.val = val
        self.next = next
n = None
for i in range(5):
    n = Node(i, n)
out = []
while n:
    out.append(n.val)
    n = n.next
print(out)

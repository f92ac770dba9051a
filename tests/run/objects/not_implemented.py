# NotImplemented, reflection order, subclass priority, fallbacks.
class A:
    def __init__(self, n): self.n = n
    def __add__(self, o):
        print("A.add", end=" ")
        return A(self.n + o.n) if isinstance(o, A) else NotImplemented
    def __radd__(self, o):
        print("A.radd", end=" ")
        return A(o + self.n) if isinstance(o, int) else NotImplemented
    def __eq__(self, o):
        print("A.eq", end=" ")
        return self.n == o.n if isinstance(o, A) else NotImplemented
    def __lt__(self, o):
        print("A.lt", end=" ")
        return NotImplemented
    def __gt__(self, o):
        print("A.gt", end=" ")
        return True
    def __repr__(self): return f"A{self.n}"
class B(A):
    def __radd__(self, o):
        print("B.radd", end=" ")
        return "from B"
    def __eq__(self, o):
        print("B.eq", end=" ")
        return True
a, b = A(1), B(2)
print(a + a)
print(5 + a)
print(a + b)
print(b + a)
print(a == 1, 1 == a, a != 1, a == b, b == a, a == A(1), a != A(1))
print(a < A(2), a < 5 if False else "-", A(1) > 0)
for f in (lambda: a + 1, lambda: "x" + a, lambda: a < 5, lambda: a - a, lambda: a <= a, lambda: -a, lambda: a()):
    try:
        print(f())
    except TypeError as e:
        print(e)
class C:
    def __eq__(self, o): return "truthy"
    def __ne__(self, o): return 0
    def __lt__(self, o): return []
    def __contains__(self, o): return "yes"
c = C()
print(c == 1, c != 1, c < 1, 1 == c, 1 in c, 1 not in c, [c] == [1], 1 > c, not c == 1)
class D:
    __add__ = None
    __hash__ = None
try:
    D() + 1
except TypeError as e:
    print(e)
try:
    hash(D())
except TypeError as e:
    print(e)
class V:
    def __init__(s, *c): s.c = c
    def __add__(s, o): return V(*(x + y for x, y in zip(s.c, o.c))) if isinstance(o, V) else NotImplemented
    def __mul__(s, k): return V(*(x * k for x in s.c)) if isinstance(k, (int, float)) else sum(x * y for x, y in zip(s.c, k.c))
    __rmul__ = __mul__
    def __neg__(s): return s * -1
    def __repr__(s): return f"V{s.c}"
print(V(1, 2) + V(3, 4), V(1, 2) * 3, 3 * V(1, 2), V(1, 2) * V(3, 4), -V(1, 2))

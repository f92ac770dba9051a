from math import gcd


class Fraction:
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = gcd(n, d) * (-1 if d < 0 else 1)
        self.n, self.d = n // g, d // g

    def _pair(self, o):
        return (o.n, o.d) if isinstance(o, Fraction) else (o, 1)

    def __add__(self, o):
        n, d = self._pair(o)
        return Fraction(self.n * d + n * self.d, self.d * d)
    __radd__ = __add__

    def __sub__(self, o): return self + -o
    def __rsub__(self, o): return -self + o
    def __neg__(self): return Fraction(-self.n, self.d)

    def __mul__(self, o):
        n, d = self._pair(o)
        return Fraction(self.n * n, self.d * d)
    __rmul__ = __mul__

    def __truediv__(self, o):
        n, d = self._pair(o)
        return Fraction(self.n * d, self.d * n)

    def __rtruediv__(self, o): return Fraction(o) / self
    def __eq__(self, o): return (self.n, self.d) == self._pair(o)
    def __lt__(self, o):
        n, d = self._pair(o)
        return self.n * d < n * self.d
    def __hash__(self): return hash((self.n, self.d)) if self.d != 1 else hash(self.n)
    def __float__(self): return self.n / self.d
    def __bool__(self): return self.n != 0
    def __repr__(self): return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)


class Poly:
    def __init__(self, *c):
        self.c = list(c)
        while self.c and not self.c[-1]:
            self.c.pop()
    def __call__(self, x):
        r = 0
        for k in reversed(self.c):
            r = r * x + k
        return r
    def __add__(self, o):
        n = max(len(self.c), len(o.c))
        a, b = self.c + [0] * (n - len(self.c)), o.c + [0] * (n - len(o.c))
        return Poly(*(x + y for x, y in zip(a, b)))
    def __mul__(self, o):
        out = [0] * (len(self.c) + len(o.c))
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c):
                out[i + j] += a * b
        return Poly(*out)
    def deriv(self): return Poly(*(i * k for i, k in enumerate(self.c) if i))
    def __str__(self):
        terms = [f"{k}" + ("" if i == 0 else "x" if i == 1 else f"x^{i}") for i, k in enumerate(self.c) if k]
        return " + ".join(reversed(terms)).replace("+ -", "- ") or "0"


h = Fraction(0)
for i in range(1, 21):
    h += Fraction(1, i)
print(h, float(h), Fraction(6, -8), 1 - Fraction(1, 3), 2 / Fraction(4, 6), Fraction(1, 2) == Fraction(2, 4), Fraction(4, 2) == 2, sorted([Fraction(1, 2), Fraction(1, 3), Fraction(3, 4)]), sum([Fraction(1, 3)] * 3), {Fraction(2): "two"}[2], bool(Fraction(0, 5)))
try:
    Fraction(1, 2) / 0
except ZeroDivisionError as e:
    print(e)
p = Poly(1, -3, 0, 2)
q = Poly(-1, 1)
print(p, "|", q, "|", p + q, "|", p * q, "|", p.deriv(), "|", Poly(), "|", p(2), p(Fraction(1, 2)), (q * q * q * q)(11))
def newton(p, x):
    for i in range(50):
        step = p(x) / p.deriv()(x)
        x -= step
        if abs(step) < 1e-12:
            return round(x, 9), i
print(newton(Poly(-2, 0, 1), 1.0))
def cf(n, d):
    out = []
    while d:
        q, r = divmod(n, d)
        out.append(q)
        n, d = d, r
    return out
print(cf(415, 93), cf(649, 200), cf(-7, 3))

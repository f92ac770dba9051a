# Symbolic expressions with operator overloading, simplification and derivatives.
class Expr:
    def __add__(self, o): return Add(self, wrap(o))
    def __radd__(self, o): return Add(wrap(o), self)
    def __mul__(self, o): return Mul(self, wrap(o))
    def __rmul__(self, o): return Mul(wrap(o), self)
    def __sub__(self, o): return Add(self, Mul(Const(-1), wrap(o)))
    def __pow__(self, n): return Pow(self, n)
    def __neg__(self): return Mul(Const(-1), self)

def wrap(x):
    return x if isinstance(x, Expr) else Const(x)

class Const(Expr):
    def __init__(self, v): self.v = v
    def __str__(self): return str(self.v)
    def eval(self, env): return self.v
    def diff(self, x): return Const(0)
    def simp(self): return self

class Var(Expr):
    def __init__(self, name): self.name = name
    def __str__(self): return self.name
    def eval(self, env): return env[self.name]
    def diff(self, x): return Const(int(self.name == x))
    def simp(self): return self

class Bin(Expr):
    op = "?"
    def __init__(self, l, r): self.l, self.r = l, r
    def __str__(self): return f"({self.l} {self.op} {self.r})"
    def simp(self):
        l, r = self.l.simp(), self.r.simp()
        if isinstance(l, Const) and isinstance(r, Const):
            return Const(type(self)(l, r).eval({}))
        return self.rules(l, r)

class Add(Bin):
    op = "+"
    def eval(self, env): return self.l.eval(env) + self.r.eval(env)
    def diff(self, x): return Add(self.l.diff(x), self.r.diff(x))
    def rules(self, l, r):
        if isinstance(l, Const) and l.v == 0: return r
        if isinstance(r, Const) and r.v == 0: return l
        return Add(l, r)

class Mul(Bin):
    op = "*"
    def eval(self, env): return self.l.eval(env) * self.r.eval(env)
    def diff(self, x): return Add(Mul(self.l.diff(x), self.r), Mul(self.l, self.r.diff(x)))
    def rules(self, l, r):
        for a, b in ((l, r), (r, l)):
            if isinstance(a, Const) and a.v == 0: return Const(0)
            if isinstance(a, Const) and a.v == 1: return b
        return Mul(l, r)

class Pow(Expr):
    def __init__(self, b, n): self.b, self.n = b, n
    def __str__(self): return f"{self.b}^{self.n}"
    def eval(self, env): return self.b.eval(env) ** self.n
    def diff(self, x): return Mul(Mul(Const(self.n), Pow(self.b, self.n - 1)), self.b.diff(x))
    def simp(self):
        b = self.b.simp()
        if self.n == 0: return Const(1)
        return b if self.n == 1 else Pow(b, self.n)

x, y = Var("x"), Var("y")
e = 3 * x ** 2 + 2 * x * y - y + 5
print(e)
print(e.simp(), e.eval({"x": 2, "y": 3}))
print(e.diff("x"))
print(e.diff("x").simp(), "|", e.diff("y").simp(), "|", e.diff("z").simp(), "|", e.diff("x").diff("x").simp())
print(e.diff("x").eval({"x": 2, "y": 3}), (-x + 1).simp(), (Const(2) * 3 + 4).simp(), (x * 0 + 1 * y).simp())
try:
    e.eval({"x": 1})
except KeyError as err:
    print("unbound", err)

# Every binary operator method, its reflected and in-place forms.
class N:
    def __init__(self, s): self.s = s
    def __repr__(self): return f"N({self.s})"
    def __add__(self, o): return f"{self.s}+{o}"
    def __sub__(self, o): return f"{self.s}-{o}"
    def __mul__(self, o): return f"{self.s}*{o}"
    def __truediv__(self, o): return f"{self.s}/{o}"
    def __floordiv__(self, o): return f"{self.s}//{o}"
    def __mod__(self, o): return f"{self.s}%{o}"
    def __divmod__(self, o): return f"divmod({self.s},{o})"
    def __pow__(self, o, m=None): return f"{self.s}**{o} mod {m}"
    def __lshift__(self, o): return f"{self.s}<<{o}"
    def __rshift__(self, o): return f"{self.s}>>{o}"
    def __and__(self, o): return f"{self.s}&{o}"
    def __or__(self, o): return f"{self.s}|{o}"
    def __xor__(self, o): return f"{self.s}^{o}"
    def __matmul__(self, o): return f"{self.s}@{o}"
    def __radd__(self, o): return f"{o}r+{self.s}"
    def __rsub__(self, o): return f"{o}r-{self.s}"
    def __rmul__(self, o): return f"{o}r*{self.s}"
    def __rtruediv__(self, o): return f"{o}r/{self.s}"
    def __rfloordiv__(self, o): return f"{o}r//{self.s}"
    def __rmod__(self, o): return f"{o}r%{self.s}"
    def __rdivmod__(self, o): return f"rdivmod({o},{self.s})"
    def __rpow__(self, o): return f"{o}r**{self.s}"
    def __rlshift__(self, o): return f"{o}r<<{self.s}"
    def __rrshift__(self, o): return f"{o}r>>{self.s}"
    def __rand__(self, o): return f"{o}r&{self.s}"
    def __ror__(self, o): return f"{o}r|{self.s}"
    def __rxor__(self, o): return f"{o}r^{self.s}"
    def __rmatmul__(self, o): return f"{o}r@{self.s}"
    def __neg__(self): return f"-{self.s}"
    def __pos__(self): return f"+{self.s}"
    def __invert__(self): return f"~{self.s}"
    def __abs__(self): return f"abs {self.s}"
    def __round__(self, n=None): return f"round {self.s} {n}"
    def __iadd__(self, o): self.s += f"i+{o}"; return self
    def __imul__(self, o): return "replaced"
n = N("n")
print(n + 1, n - 1, n * 1, n / 1, n // 1, n % 1, divmod(n, 1), n ** 1, pow(n, 1, 2), n << 1, n >> 1, n & 1, n | 1, n ^ 1, n @ 1)
print(1 + n, 1 - n, 1 * n, 1 / n, 1 // n, 1 % n, divmod(1, n), 1 ** n, 1 << n, 1 >> n, 1 & n, 1 | n, 1 ^ n, 1 @ n)
print("s" + n, [1] + n, 1.5 * n, None - n, "%d" % n if False else (1,) + n, -n, +n, ~n, abs(n), round(n), round(n, 2), n + n, sum([n]))
m = n
m += 5
print(m is n, m)
m *= 3
print(m)
k = N("k")
k -= 1
print(k)
k = N("k")
k @= 2; print(k)

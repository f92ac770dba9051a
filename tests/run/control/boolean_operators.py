# and, or, not return operands and short-circuit; conditional expressions.
def t(v):
    print(f"<{v!r}>", end="")
    return v
print(t(0) or t("x"), t(1) and t(2), t("") and t(1), t([]) or t({}) or t(0), t(1) or t(2), not t(0))
print(0 or "a" and "b", 1 and 0 or 2, (1 or 0) and 3, None or False, "" or [] or (), 1 and 2 and 3, not 1 and 2, not (1 and 0), not not "a")
x = None
y = x or "default"
z = x and x.attr
print(y, z, "yes" if y else "no", "a" if 0 else "b" if 0 else "c", ("t" if 1 else "f") + "!", [1 if i % 2 else 0 for i in range(4)])
class B:
    def __init__(self, v): self.v = v
    def __bool__(self):
        print(f"bool({self.v})", end=" ")
        return self.v
    def __repr__(self): return f"B{self.v}"
print(B(True) and B(False), B(False) or B(True), not B(True), B(True) if B(False) else 0)
if B(True) and not B(False) or B(True):
    print("branch")
while B(False):
    pass
else:
    print("done")
print([v for v in (0, 1, "", "a", None, [], [0]) if v], all([B(True), B(False), B(True)]), any([B(False), B(True), B(True)]), bool(B(True)), B(True) is True)
def f(a, b=None):
    b = b or []
    return a and b + [a]
print(f(1), f(0), f(2, [1]))
age = 20
print("child" if age < 13 else "teen" if age < 20 else "adult", (age > 10) + (age > 15), True and 5, False or None)
assert t(1) or t("not evaluated")
print(1 if t(True) else t(2), (t(1), t(2))[t(True)])

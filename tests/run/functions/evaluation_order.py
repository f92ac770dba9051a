# The order in which operands, arguments, targets and subscripts are evaluated.
def t(x, v=None):
    print(x, end=" ")
    return x if v is None else v
class Obj:
    def __repr__(self):
        return "obj"
    def __getitem__(self, k):
        print("get", k, end=" ")
        return 1
    def __setitem__(self, k, v):
        print("set", k, v, end=" ")
    def __setattr__(self, k, v):
        print("attr", k, v, end=" ")
    def m(self, *a, **k):
        return a, k
o = Obj()
t(1) + t(2) * t(3)
print()
t([1, 2])[t(0)]
print()
t(o, o).m(t(1), *t((2, 3)), k=t(4), **t({"z": 5}))
print()
print({t("k1"): t("v1"), t("k2"): t("v2")}, [t(1), t(2)], (t(3), t(4)), {t(5)} == {5})
t("a", o)[t("b")] = t("c")
print()
t("o", o)[t("i")] += t(10)
print()
t("o1", o)[t(1)], t("o2", o).x = t((7, 8))
print()
a = b = o[t("chain")]
print(a, b)
t(1) < t(2) < t(3)
print()
t(3) < t(2) < t(1)
print()
t(0, 0) and t(1)
t(1) or t(2)
print()
t("yes") if t("cond") else t("no")
print()
lst = [0, 0]
i = 0
i = lst[i] = 1
print(i, lst)
def f(a=t("default1"), b=t("default2")):
    return a, b
print(f())
x = [t("elt", i) for i in t((1, 2))]
print(x)
print(f"{t('f1')}{t('f2')}")
t([5, 6, 7])[t(0):t(2):t(1)]
print()
def deco(n):
    print("deco", n, end=" ")
    return lambda fn: print("apply", n, end=" ") or fn
@deco(1)
@deco(2)
def g():
    pass
print()
assert t(True), t("not shown")
del t([1])[t(0)]
print(not t(0, 0), -t(5), t("x") in t(["x"]), t(1) is t(None))

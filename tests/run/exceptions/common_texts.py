# Messages of the exceptions that ordinary mistakes raise.
import math
class C:
    def m(self): pass
d, l, s, n = {"a": 1}, [1, 2], "txt", None
def unpack():
    a, b = 1
def stop():
    next(iter([]))
def conv():
    return "abc" + 1
def imp():
    import no_such_module_here
def rec():
    return rec()
def loc():
    v = w
    w = 1
def glob():
    return undefined_thing
def attr_assign():
    n.x = 1
def item_assign():
    n[0] = 1
def str_assign():
    s[0] = "a"
def delkey():
    del d["zz"]
def delattr_():
    del C().zz
for f in (lambda: d["b"], lambda: d[5], lambda: l[9], lambda: s[9], lambda: l["a"], lambda: s["a"], lambda: n.attr, lambda: n[0], lambda: n(), lambda: n + 1, lambda: 1 + n, lambda: l + s, lambda: s + l, lambda: s * s, lambda: l - l, lambda: {} + {}, lambda: n < 1, lambda: s < 1, lambda: l < 5, lambda: len(5), lambda: int("x"), lambda: int("3.5"), lambda: float("x"), lambda: int(None), lambda: list(5), lambda: dict([1]), lambda: l.foo, lambda: s.foo(), lambda: d.foo, lambda: C().foo, lambda: C.foo, lambda: C().m(1), lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 0 ** -1, lambda: 2.0 ** 10000, lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: l.index(9), lambda: l.remove(9), lambda: [].pop(), lambda: {}.popitem(), lambda: set().pop(), lambda: s.index("q"), lambda: chr(-1), lambda: ord("ab"), lambda: hash([]), lambda: {[]: 1}, lambda: [].sort(key=1, x=2), lambda: min([]), lambda: max(()), lambda: sum(["a"]), lambda: "".join([1]), lambda: range(0, 1, 0), lambda: "%d" % "x", lambda: "{}".format(), lambda: s.split(""), lambda: bytes([300]), lambda: (1, 2)[5], lambda: 5[0], lambda: 5 in 6, lambda: [*5], lambda: print(*None), lambda: iter(5), lambda: next(l), lambda: -s, lambda: ~1.0, lambda: not_defined, lambda: open("/no/such/file"), lambda: round("a"), lambda: abs(n), lambda: isinstance(1, 1), lambda: s[::0], lambda: 10 ** 400 * 1.0, lambda: int(float("inf")), lambda: "a" in 5, lambda: 5 in "a", unpack, stop, conv, imp, loc, glob, attr_assign, item_assign, str_assign, delkey, delattr_, lambda: rec() if False else None):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e)

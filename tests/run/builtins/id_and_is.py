a = [1]
b = a
print(a is b, id(a) == id(b), a is not [1], id(a) != id([1]), None is None, (x := 5) is x, a is a)
class C: pass
c = C()
d = {"k": c}
print(d["k"] is c, [c][0] is c, (c,)[0] is c, c.__class__ is C, C is type(c), (lambda v: v)(c) is c)
def f(): return f
print(f() is f, f is not None, True is True, type(1) is type(2), [] is [], len({id(a), id(b)}), "a" is not None)
e = c
c = C()
print(e is c, d["k"] is e, d["k"] is c)

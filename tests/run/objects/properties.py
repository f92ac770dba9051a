# property: getter, setter, deleter, inheritance, errors.
class Temp:
    def __init__(self, c=0): self._c = c
    @property
    def c(self):
        "degrees"
        return self._c
    @c.setter
    def c(self, v):
        if v < -273:
            raise ValueError("too cold")
        self._c = v
    @c.deleter
    def c(self):
        print("deleting")
        self._c = None
    @property
    def f(self): return self.c * 9 / 5 + 32
    @f.setter
    def f(self, v): self.c = (v - 32) * 5 / 9
    ro = property(lambda self: "read only", doc="ro doc")
t = Temp(100)
print(t.c, t.f, t.ro)
t.f = 32
t.c += 5
print(t.c, Temp.c.__doc__, Temp.ro.__doc__, type(Temp.c).__name__)
del t.c
print(t.c)
for f in (lambda: setattr(t, "ro", 1), lambda: delattr(t, "f"), lambda: setattr(t, "c", -300), lambda: delattr(t, "ro")):
    try:
        f()
    except (AttributeError, ValueError) as e:
        print(type(e).__name__, e)
class K(Temp):
    @property
    def c(self): return super().c + 1000
    @Temp.f.setter
    def f(self, v): print("K sets", v)
k = K(5)
print(k.c, k.f)
k.f = 3
try:
    k.c = 1
except AttributeError as e:
    print(e)
class Cached:
    calls = 0
    @property
    def v(self):
        Cached.calls += 1
        self.__dict__["v"] = 99
        return 1
c = Cached()
print(c.v, c.v, Cached.calls, c.__dict__)
class W:
    def get(self): return self._x
    def set(self, v): self._x = v
    x = property(get, set)
w = W()
w.x = 4
print(w.x, W.x.fget(w), W.x.fset is W.set, W.x.fdel)
try:
    W().x
except AttributeError as e:
    print(e)

# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__, getattr and friends.
class Lazy:
    def __init__(self):
        self.real = 1
    def __getattr__(self, name):
        if name.startswith("x_"):
            return name[2:]
        raise AttributeError(f"no {name} here")
l = Lazy()
print(l.real, l.x_abc, getattr(l, "x_q"), hasattr(l, "nope"), hasattr(l, "x_"), getattr(l, "nope", 5))
try:
    l.nope
except AttributeError as e:
    print(e)
class Log:
    def __setattr__(self, k, v):
        print("set", k, v)
        super().__setattr__(k, v)
    def __delattr__(self, k):
        print("del", k)
        object.__delattr__(self, k)
    def __getattribute__(self, k):
        if not k.startswith("__"):
            print("get", k)
        return super().__getattribute__(k)
g = Log()
g.a = 1
g.a += 1
print(g.a)
del g.a
setattr(g, "b", 2)
print(getattr(g, "b"), hasattr(g, "zz"))
delattr(g, "b")
try:
    del g.b
except AttributeError as e:
    print(e)
class Proxy:
    def __init__(self, target):
        self.__dict__["target"] = target
    def __getattr__(self, k):
        return getattr(self.target, k)
    def __setattr__(self, k, v):
        setattr(self.target, k, v)
class T:
    def __init__(self): self.v = 10
    def m(self): return self.v * 2
t = T()
p = Proxy(t)
p.v = 21
print(t.v, p.m(), p.v, p.__dict__ == {"target": t})
class Frozen:
    def __init__(self, v): object.__setattr__(self, "v", v)
    def __setattr__(self, k, v): raise AttributeError("frozen: " + k)
f = Frozen(3)
try:
    f.v = 4
except AttributeError as e:
    print(e, f.v)
class Err:
    @property
    def broken(self): raise ValueError("inside")
    @property
    def missing(self): raise AttributeError("inner")
    def __getattr__(self, k): return "fallback " + k
print(Err().missing, Err().other)
try:
    hasattr(Err(), "broken")
except ValueError as e:
    print(e)
for fn in (lambda: getattr(5, "nope"), lambda: (5).nope, lambda: "s".nope, lambda: None.x, lambda: [].nope, lambda: len.nope, lambda: int.nope, lambda: T.nope, lambda: T().nope, lambda: setattr(5, "x", 1), lambda: setattr(T, "k", 1) or T.k, lambda: delattr(T, "zz"), lambda: getattr(T(), 5), lambda: (1).real.nope, lambda: {}.x, lambda: object().y):
    try:
        print(fn())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
print([n for n in dir(t) if not n.startswith("_")], [n for n in dir(T) if not n.startswith("_")])

# Functions as values: attributes, names, identity, storing and comparing.
def f(a, b=1, *args, c, **kw):
    """The doc."""
    return a
f.calls = 0
f.calls += 1
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.calls, f.__dict__, callable(f), f == f, f is f)
g = f
print(g is f, [f].index(g), {f: "k"}[g], f in [len, f], g.__name__, (lambda: 0).__name__, (lambda: 0).__qualname__)
def outer():
    def inner():
        pass
    class K:
        def m(self):
            pass
    return inner, K
i, K = outer()
print(i.__qualname__, K.__qualname__, K.m.__qualname__, K().m.__name__, i.__doc__, K.__doc__)
f.__name__ = "renamed"
f.__doc__ = "new"
print(f.__name__, f.__doc__)
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "max": max, "len": lambda a, b: len([a, b])}
print([ops[k](7, 3) for k in ops])
def apply(fn, *args, **kw):
    return fn(*args, **kw)
print(apply(sorted, [3, 1], reverse=True), apply(str.upper, "a"), apply("a-b".split, "-"), apply(int, "ff", 16), apply(dict, a=1), list(map(str.strip, [" a ", "b "])))
xs = []
push = xs.append
push(1); push(2)
print(xs, push.__name__, push.__self__ is xs, xs.append == xs.append, len.__name__, str.join.__name__, "".join.__name__)
class C:
    def m(self, x=1):
        return self, x
c = C()
m = c.m
print(m() == (c, 1), m.__self__ is c, m.__func__ is C.m, c.m == c.m, c.m is c.m, C.m(c, 2)[1], m.__name__, C().m == c.m, hash(c.m) == hash(c.m))
try:
    f.missing
except AttributeError as e:
    print(e)
try:
    len.x = 1
except AttributeError as e:
    print(e)
try:
    c.m.x = 1
except AttributeError as e:
    print(e)
print(hasattr(f, "calls"), getattr(f, "nope", "dflt"), f.__code__.co_name if False else "code", isinstance(f, type(lambda: 0)), type(f).__name__, type(len).__name__, type(c.m).__name__, type([].append).__name__, type(str.upper).__name__)
def annotated(a: int, b: "str" = "x") -> list[int]:
    return [a]
print(annotated(1), annotated.__annotations__["a"], annotated.__annotations__["b"], annotated.__annotations__["return"])

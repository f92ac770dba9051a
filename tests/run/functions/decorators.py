# Decorators: plain, with arguments, stacked, on methods and classes.
import functools
def twice(f):
    def g(*a, **k):
        return f(*a, **k), f(*a, **k)
    return g
def tag(name):
    def deco(f):
        @functools.wraps(f)
        def g(*a):
            return f"<{name}>{f(*a)}</{name}>"
        return g
    return deco
@twice
def one(x):
    "doc of one"
    return x + 1
@tag("b")
@tag("i")
def text(s):
    "doc of text"
    return s
print(one(1), one.__name__, one.__doc__, text("hi"), text.__name__, text.__doc__, text.__wrapped__("raw") if False else text.__wrapped__.__name__)
calls = {}
def counted(f):
    @functools.wraps(f)
    def g(*a):
        calls[f.__name__] = calls.get(f.__name__, 0) + 1
        return f(*a)
    return g
class K:
    @counted
    def m(self, v):
        return v * 2
    @staticmethod
    @counted
    def s(v):
        return v * 3
    @classmethod
    @counted
    def c(cls, v):
        return cls.__name__, v
    @property
    @counted
    def p(self):
        return "prop"
k = K()
print(k.m(1), K.s(2), k.s(2), K.c(3), k.p, k.m(5), calls)
registry = []
def register(cls):
    registry.append(cls.__name__)
    cls.registered = True
    return cls
@register
class A:
    pass
@register
class B(A):
    pass
print(registry, A.registered, B().registered)
def retry(n):
    def deco(f):
        def g(*a):
            for i in range(n):
                try:
                    return f(*a)
                except ValueError as e:
                    print("try", i, e)
            return "gave up"
        return g
    return deco
state = [0]
@retry(3)
def flaky(limit):
    state[0] += 1
    if state[0] < limit:
        raise ValueError(f"attempt {state[0]}")
    return "ok"
print(flaky(3), flaky(99))
class Deco:
    def __init__(self, f):
        self.f = f
        self.n = 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
@Deco
def called(x):
    return x
called(1)
print(called(2), called.n, type(called).__name__)

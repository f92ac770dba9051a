class Meta(type):
    registry = []
    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith("__")), kw)
        cls = super().__new__(mcls, name, bases, ns)
        cls.tag = name.lower()
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        Meta.registry.append(cls)
    def __len__(cls): return 3
    def __iter__(cls): return iter("abc")
    def __getitem__(cls, k): return (cls.__name__, k)
    def __contains__(cls, x): return x == 1
    def __repr__(cls): return f"<{cls.__name__}!>"
    def hello(cls): return "hello " + cls.__name__
    @property
    def prop(cls): return "prop " + cls.__name__
    def __getattr__(cls, n):
        if n.startswith("dyn_"): return n
        raise AttributeError(n)
class A(metaclass=Meta, flag=True):
    x = 1
    def m(self): return self.x
class B(A):
    y = 2
print(A, B, type(A).__name__, type(B) is Meta, isinstance(A, Meta), isinstance(A(), A), A().m(), B().m(), B.tag)
print(len(A), list(B), A["k"], 1 in A, 2 in A, A.hello(), B.prop, A.dyn_x, [c.__name__ for c in Meta.registry])
try: A.nope
except AttributeError as e: print(e)
print(hasattr(A(), "hello"), A.__class__ is Meta, issubclass(Meta, type), type(Meta) is type)
class Singleton(type):
    _made = {}
    def __call__(cls, *a, **k):
        if cls not in cls._made: cls._made[cls] = super().__call__(*a, **k)
        return cls._made[cls]
class Config(metaclass=Singleton):
    def __init__(self, v=0): print("init", v); self.v = v
print(Config(1) is Config(2), Config().v)
class D(type): pass
d = D("foo", (), {"q": 5})
print(d.__name__, not d, True if d else False, d.q, d().q, type(d) is D)
class Check(type):
    def __instancecheck__(cls, x): return x == "yes"
    def __subclasscheck__(cls, c): return c is int
class Y(metaclass=Check): pass
print(isinstance("yes", Y), isinstance("no", Y), issubclass(int, Y), issubclass(str, Y))
from abc import ABCMeta, abstractmethod
class Abs(metaclass=ABCMeta):
    @abstractmethod
    def f(self): ...
try: Abs()
except TypeError as e: print(e)
class Plain: pass
print(type(Plain), Plain.__class__, type.__call__(Plain).__class__.__name__, type("T", (Plain,), {})().__class__.__name__)
class M2(type): pass
try:
    class Z(A, metaclass=M2): pass
except TypeError as e: print(str(e)[:20])

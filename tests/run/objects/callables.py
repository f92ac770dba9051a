# __call__, classes as values, factories, callable().
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *more, scale=1): return (self.n + x + sum(more)) * scale
a = Adder(10)
print(a(1), a(1, 2, 3), a(1, scale=2), callable(a), callable(5), callable(Adder), callable(len), callable(lambda: 0), list(map(a, [1, 2])), sorted([3, 1], key=Adder(0)), Adder(1)(2))
kinds = [int, str, float, list, Adder, bool]
print([k("3") if k is not Adder else k(3)(4) for k in kinds], {"i": int}["i"]("9"), [t.__name__ for t in kinds])
def make(name, *bases, **attrs):
    return type(name, bases, attrs)
D = make("Dyn", Adder, extra="e", shout=lambda self: self.n * "!")
d = D(3)
print(D.__name__, d(1), d.extra, d.shout(), isinstance(d, Adder), type(d) is D)
class Meta:
    def __call__(self): return "instance call"
m = Meta()
m.__call__ = lambda: "ignored"
print(m(), m.__call__())
class Chain:
    def __init__(self): self.ops = []
    def __getattr__(self, name):
        def op(*a):
            self.ops.append((name, a))
            return self
        return op
print(Chain().select("a").where(1, 2).done().ops)
class New:
    made = []
    def __new__(cls, *a):
        o = super().__new__(cls)
        cls.made.append(a)
        return o
    def __init__(self, *a): self.a = a
print(New(1, 2).a, New.made)
class Single:
    one = None
    def __new__(cls):
        if cls.one is None:
            cls.one = object.__new__(cls)
        return cls.one
print(Single() is Single())
class Other:
    def __new__(cls): return 42
    def __init__(self): print("never")
print(Other())
try:
    Meta()(1)
except TypeError as e:
    print(e)
class BadInit:
    def __init__(self): return 5
try:
    BadInit()
except TypeError as e:
    print(e)

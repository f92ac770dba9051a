# str() and repr() of everything that nests.
class A:
    def __repr__(self):
        return "A()"
class B:
    def __str__(self):
        return "bee"
    def __repr__(self):
        return "B!"
class Bad:
    def __repr__(self):
        return 5
    def __str__(self):
        return None
print(A(), str(A()), [A()], (A(), B()), {A(): B()} if False else {1: B()}, B(), [B()], f"{B()} {[B()]}", "%s %r" % (B(), B()), str({"k": (B(),)}))
for f in (repr, str, print, lambda x: f"{x}", lambda x: "%r" % x, lambda x: [x].__repr__()):
    try:
        f(Bad())
    except TypeError as e:
        print(e)
print(str(), str(5), str(None), str([]), str("é"), str(1.0), str(()), str({}), str(set()), str(frozenset()), str(range(3)), str(slice(1, 2)), str(Ellipsis), str(NotImplemented), str(type(5)), str(int), str(ValueError), str(A), str(len), str(type), str(type(None)))
print(repr(ValueError("x")), str(ValueError("x")), repr(KeyError("k")), str(KeyError("k")), repr(Exception()), str(Exception(1, 2)), repr(range(1, 5, 2)), repr({1, 2}), repr(frozenset([3])), repr(type("x")), repr(bytearray(b"a")), repr(print), repr("x".__class__), repr(abs))
print(B, [B, int], {"c": B}, A.__name__, A.__qualname__, A.__module__, type(A()).__name__)

# type(), isinstance, issubclass, bool of types, type comparisons and hierarchy of builtins.
vals = [1, True, 1.0, "s", b"b", None, [], (), {}, set(), frozenset(), range(1), slice(1), 1j, len, lambda: 0, int, ..., NotImplemented, bytearray(), ValueError(), iter([]), {}.keys(), object()]
print([type(v).__name__ for v in vals])
print([isinstance(v, (int, str)) for v in vals])
print(type(1) is int, type(True) is int, type(True) is bool, type(type(1)) is type, type is type(type), isinstance(int, type), isinstance(type, object), issubclass(bool, int), issubclass(int, object), issubclass(int, (str, object)))
print([c.__name__ for c in bool.__mro__], [c.__name__ for c in KeyError.__mro__], int.__bases__, object.__bases__, type.__mro__[0].__name__, int.__name__, int.__module__, ValueError.__module__, str.__qualname__)
print(isinstance(1, int | str), isinstance("a", int | None), isinstance(None, int | None), int | str, isinstance([], (list, (tuple, set))), type(None)() is None)
print(type("")("x"), type([])((1, 2)), type(5)("7"), int() , str(), list(), dict(), tuple(), float(), bool(), type(3.0) == float, type("a") != str, {int: "i", str: "s"}[type(5)], int in (int, str))
class A: pass
class B(A): pass
print(type(A()), type(A), A, type(A()) == type(B()), isinstance(B(), A), type(B()) is A, [B, A].index(A), A.__class__, B.__bases__)
for f in (lambda: isinstance(1, "int"), lambda: issubclass("a", str), lambda: isinstance(1, [int]), lambda: type(1, 2), lambda: type("X", (), 5), lambda: type(5, (), {}), lambda: int | 5, lambda: list[int](5) if False else list[int], lambda: isinstance([], list[int])):
    try:
        print(f())
    except TypeError as e:
        print(e)
for name, k in (("a", int), ("b", str)):
    print(name, k("12"), k, k.__name__)

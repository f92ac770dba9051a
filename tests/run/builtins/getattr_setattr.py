class A:
    x = 1
a = A()
print(getattr(a, "x"), getattr(a, "y", "dflt"), getattr(a, "y", None), hasattr(a, "x"), hasattr(a, "y"), getattr(A, "x"), getattr("abc", "upper")(), getattr([], "append").__name__)
setattr(a, "y", 5)
setattr(A, "z", 6)
delattr(a, "y")
print(hasattr(a, "y"), a.z, vars(a), getattr(a, "__class__").__name__)
for f in (lambda: getattr(a, "nope"), lambda: delattr(a, "nope"), lambda: setattr(5, "a", 1), lambda: getattr(a, 1), lambda: delattr(a, "x"), lambda: hasattr(a, None), lambda: setattr(None, "x", 1), lambda: delattr(A, "q")):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
for i, name in enumerate(["r", "g", "b"]):
    setattr(a, name, i)
print(a.r + a.g + a.b, [getattr(a, n) for n in sorted(vars(a))])

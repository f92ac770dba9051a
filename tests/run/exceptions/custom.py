# Own exception classes: arguments, attributes, str, repr, equality, classes as raise operands.
class E0(Exception): pass
class E1(Exception):
    def __init__(self, code): self.code = code
class E2(Exception):
    def __str__(self): return "custom text"
class E3(ValueError):
    default = "dflt"
    def __init__(self, msg=None, **kw):
        super().__init__(msg or self.default)
        self.kw = kw
class E4(KeyError): pass
class E5(Exception):
    def __repr__(self): return "<E5>"
for e in (E0(), E0("m"), E0("a", 1), E1(404), E2("ignored"), E3(), E3("given", a=1), E4("key"), E4("a", "b"), E5("x"), KeyError("k"), KeyError(), KeyError(1, 2), IndexError("i"), Exception("é\n"), Exception(None), Exception([1]), OSError(2, "No such"), OSError(2, "No such", "file.txt"), OSError("one"), StopIteration(5), SystemExit(3), AttributeError("a"), ValueError(("t",)), UnicodeDecodeError("ascii", b"\xff", 0, 1, "bad")):
    try:
        raise e
    except BaseException as x:
        print(type(x).__name__, "|", str(x), "|", repr(x), "|", x.args, x is e)
for bad in (5, "text", None, int, object()):
    try:
        raise bad
    except TypeError as x:
        print(x)
try:
    raise E1
except TypeError as x:
    print(x)
print(ValueError("a") == ValueError("a"), E1(5).code, E3(b=2).kw, issubclass(E4, LookupError), OSError(2, "x").errno, type(OSError(2, "x")).__name__, OSError(2, "x", "f").filename, StopIteration(7).value, SystemExit("m").code, SystemExit().code)
def check(v):
    if not isinstance(v, int):
        raise TypeError(f"want int, got {type(v).__name__}")
    if v < 0:
        raise ValueError("negative", v)
    return v
for v in (1, -1, "x"):
    try:
        print(check(v))
    except (TypeError, ValueError) as x:
        print(x, x.args)
try:
    assert 1 == 2, "math"
except AssertionError as x:
    print(repr(x))
try:
    assert []
except AssertionError as x:
    print(repr(x), str(x) == "")
try:
    assert (0, "tuple is true")[0], {"k": 1}
except AssertionError as x:
    print(x.args)

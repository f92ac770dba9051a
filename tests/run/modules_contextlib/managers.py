# contextmanager with values, errors swallowed and passed on; suppress, closing, redirect_stdout, nullcontext, ExitStack.
import contextlib
import io
from contextlib import contextmanager, suppress, closing, nullcontext, redirect_stdout, ExitStack
@contextmanager
def tag(name, swallow=()):
    print("<" + name + ">")
    try:
        yield name.upper()
    except swallow as e:
        print("swallowed", repr(e))
    finally:
        print("</" + name + ">")
with tag("a") as t, tag("b") as u:
    print(t, u)
with tag("c", (ValueError, KeyError)):
    raise KeyError("k")
try:
    with tag("d", ValueError):
        raise TypeError("t")
except TypeError as e:
    print("out", e)
@contextmanager
def never():
    if False:
        yield
@contextmanager
def twice():
    yield 1
    yield 2
for bad in (never, twice):
    try:
        with bad():
            pass
    except RuntimeError as e:
        print(e)
class Box:
    def __init__(self, n): self.n = n
    @contextmanager
    def open(self, k=1):
        self.n += k
        yield self
        self.n -= k
    def close(self): print("closed", self.n)
box = Box(1)
with box.open(k=5) as b:
    print(b.n)
print(box.n, tag.__name__)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
print("after")
try:
    with suppress(KeyError):
        raise IndexError("i")
except IndexError as e:
    print("not suppressed", e)
with closing(box) as b:
    print(b is box)
with nullcontext(7) as n:
    print(n)
out = io.StringIO()
with redirect_stdout(out):
    print("hidden", 1)
print(repr(out.getvalue()))
with ExitStack() as stack:
    for name in "xy":
        print(stack.enter_context(tag(name)))
    stack.callback(print, "callback", 1, sep="-")
    print("body")
with ExitStack() as stack:
    stack.enter_context(suppress(ValueError))
    stack.callback(lambda: print("first"))
    raise ValueError("gone")
try:
    with ExitStack() as stack:
        stack.enter_context(tag("z"))
        raise OSError("kept")
except OSError as e:
    print(e)

# io.StringIO and contextlib helpers on ordinary output.
import io
import contextlib
b = io.StringIO()
print("one", 2, file=b)
b.write("three\n")
print(repr(b.getvalue()), b.tell())
b.seek(0)
print(repr(b.readline()), list(b), repr(b.read()))
r = io.StringIO("a\nb\nc")
print([l.strip() for l in r], io.StringIO("x y").read(1))
with contextlib.redirect_stdout(io.StringIO()) as out:
    print("captured")
print(repr(out.getvalue()))
with contextlib.suppress(KeyError, ValueError):
    {}["x"]
    print("never")
print("after")
class C:
    def close(self): print("closed")
with contextlib.closing(C()) as c:
    print("using", type(c).__name__)
with contextlib.nullcontext(5) as five:
    print(five)
with contextlib.ExitStack() as st:
    st.callback(print, "cb")
    st.enter_context(contextlib.closing(C()))
    print("body")

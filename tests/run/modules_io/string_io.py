# io.StringIO and io.BytesIO.
import io
b = io.StringIO()
print("one", 2, file=b)
b.write("three\n")
print(repr(b.getvalue()), b.tell())
b.seek(0)
print(repr(b.readline()), list(b), repr(b.read()))
r = io.StringIO("a\nb\nc")
print([l.strip() for l in r], io.StringIO("x y").read(1), io.StringIO("").readline() == "", r.closed)
with io.StringIO() as s:
    s.write("é€")
    print(s.getvalue(), len(s.getvalue()))
try:
    s.write("x")
except ValueError as e:
    print(e)
w = io.BytesIO(b"abc")
print(w.read(2), w.read(), w.write(b"d"), w.getvalue(), w.seek(1), w.read(1))
try:
    w.write("text")
except TypeError as e:
    print(e)

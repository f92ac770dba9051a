import io
class W(io.TextIOBase):
    def __init__(self): self.parts = []
    def write(self, s):
        self.parts.append(s); return len(s)
w = W()
print("a", 1, file=w)
print(w.parts, w.closed, w.readable(), isinstance(w, io.IOBase), isinstance(io.StringIO(), io.TextIOBase))
with w as x: x.writelines(["p", "q"])
print(w.parts, w.closed)
try: w.flush()
except ValueError as e: print(e)
class R(io.RawIOBase):
    def __init__(self, data): self.data = data
    def readinto(self, b):
        n = min(len(b), len(self.data)); b[:n] = self.data[:n]; self.data = self.data[n:]; return n
r = R(b"line one\nline two\nrest")
print(r.readline(), r.read(3), list(r))
class S(io.StringIO):
    def write(self, s): return super().write(s.upper())
s = S(); print("hello", file=s); print(repr(s.getvalue()), s.tell())
try: io.IOBase().read
except AttributeError as e: print(e)
try: io.IOBase().seek(0)
except io.UnsupportedOperation as e: print(e)
b = io.BytesIO(b"hello world"); arr = bytearray(5); print(b.readinto(arr), arr, b.read())
m = memoryview(bytearray(3)); print(io.BytesIO(b'xyz!').readinto(m), bytes(m))

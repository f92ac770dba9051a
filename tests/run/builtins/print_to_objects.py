class Upper:
    def __init__(self): self.text = ""
    def write(self, s): self.text += s.upper()
    def flush(self): self.text += "<flush>"
u = Upper()
print("a", 1, None, file=u, sep="/", end="|", flush=True)
print(file=u)
print("é", ["x"], file=u)
print(repr(u.text))
class NoWrite: pass
class Raises:
    def write(self, s): raise OSError("disk full")
for bad in (NoWrite(), Raises(), 5):
    try:
        print("x", file=bad)
    except (AttributeError, OSError) as e:
        print(type(e).__name__, e)
print(print("returns"), [print("in list")])

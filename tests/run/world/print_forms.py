# print: sep, end, file, flush, no arguments, non-string arguments, errors half-way.
import sys
print()
print("a", 1, 2.5, None, [1], sep="-")
print("a", "b", sep="")
print("a", "b", sep=None, end=None)
print(1, end="")
print(2, end="\n\n")
print("x", "y", sep="\n", end="!\n")
print("flushed", flush=True)
print("to stdout", file=sys.stdout)
print("to stderr", file=sys.stderr)
print("none file", file=None)
print(*[], sep=", ")
print(*range(5), sep=", ", end=".\n")
print("é€😀", ["é"], "tab\tend")
class P:
    def __str__(self): raise ValueError("no str")
try:
    print("written", P())
except ValueError as e:
    print("<-", e)
for kw in ({"sep": 1}, {"end": 2}, {"bad": 1}, {"sep": b""}):
    try:
        print("no", **kw)
    except TypeError as e:
        print(e)
r = print("ret")
print(r)
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
w = W()
print("captured", 1, sep="+", file=w)
print(w.parts)
sys.stdout.write("raw write\n")
n = sys.stdout.write("four")
print("", n)
try:
    print("x", file=5)
except AttributeError as e:
    print(e)
print("a" "b", 'c', """d
e""", "back\\slash", "nul\0byte")

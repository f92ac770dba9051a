# Code-point indexing, negative positions, slices with steps.
s = "héllo wörld €😀!"
print(len(s), s[0], s[1], s[-1], s[-2], s[-3], s[13])
print(s[1:5], s[:3], s[3:], s[-4:], s[:-4], s[::2], s[::-1], s[10:2:-3], s[100:], s[-100:3], s[5:2], s[::-4])
print(s[slice(1, 4)], s[slice(None, None, -1)], s[True], ""[:], ""[::-1], "a"[0:1])
for i in (16, -17, 100, 10 ** 30):
    try:
        print(s[i])
    except IndexError as e:
        print(type(e).__name__, e)
for bad in ("a", 1.0, None, (1,)):
    try:
        s[bad]
    except TypeError as e:
        print(e)
try:
    s[::0]
except ValueError as e:
    print(e)
try:
    s[0] = "x"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
try:
    s["a":2]
except TypeError as e:
    print(e)
print([c for c in "añ€"], list(enumerate("xy", 1)), list(reversed("añ€")), "".join(sorted("héllo")), min("hello"), max("hello"))

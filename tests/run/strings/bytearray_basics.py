# bytearray: a mutable sequence of bytes.
a = bytearray(b"abc")
print(a, len(a), a[0], a[-1], a[1:], repr(a[:0]), bytearray(2), bytearray([65, 66]), bytearray(), bytearray("é", "utf-8"))
a[0] = 120
a.append(100)
a.extend(b"ef")
a.extend([103])
a += b"!"
a.insert(0, 48)
print(a, a.pop(), a.pop(0), a)
a[1:3] = b"--long--"
print(a)
del a[0]
del a[-2:]
print(a, a.find(b"long"), a.upper(), a == b"--long--cde"[:len(a)], a.startswith(b"--"))
a.reverse()
print(a, a.count(b"-"), a.index(b"-"), bytes(a), a.decode(), a.hex())
a.remove(45)
b = a
b *= 2
print(a is b, b)
a.clear()
print(a, bool(a), bytearray(b"x") == b"x", b"x" == bytearray(b"x"), bytearray(b"a") + b"b", b"b" + bytearray(b"a"), type(b"b" + bytearray(b"a")).__name__, list(bytearray(b"ab")), 97 in bytearray(b"a"))
for f in (lambda: bytearray(b"a").append(256), lambda: bytearray(b"a").append("a"), lambda: bytearray().pop(), lambda: {bytearray(): 1}, lambda: bytearray(b"a").remove(5), lambda: bytearray(b"a")[3], lambda: hash(bytearray())):
    try:
        print(f())
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)

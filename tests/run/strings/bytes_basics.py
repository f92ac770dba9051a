# bytes: literals, indexing, slices, methods shared with str.
b = b"hello \x00\xff world"
print(b, len(b), b[0], b[-1], b[1:4], b[::-1][:3], list(b[:3]), b.hex(), b.hex(" ", 2), bytes.fromhex("68 65 6C"), b == bytes(list(b)))
print(b.upper(), b.title(), b.find(b"o"), b.find(111), b.count(b"l"), b.replace(b"l", b"L"), b.split(), b.split(b" ", 1), b.startswith(b"he"), b.endswith((b"x", b"ld")), b"a,b".partition(b","), b"-".join([b"x", b"y"]), b"  x ".strip(), b"ab".center(6, b"*"), b"7".zfill(3), b"x\ty".expandtabs(4), b"abc".translate(None, b"b"), b"a\nb".splitlines(), b"abc".isalpha(), b"12".isdigit(), b"Ab".swapcase(), b"ab".islower(), b"abcab".rindex(b"ab"), b"xxabc".removeprefix(b"xx"))
print(b"a" + b"b", b"ab" * 2, b"a" in b, 104 in b, b"" in b, b"a" < b"b", b"a" == "a", b"abc" > b"abb", bytes(3), bytes([1, 2]), bytes("é", "utf-8"), bytes(), bytes(b"q"), bytes(range(3)), bytes((65,)))
for f in (lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes("a"), lambda: b"a" + "b", lambda: b"abc"[5], lambda: bytes(-1), lambda: b"a".join(["x"]), lambda: bytes(1.5), lambda: bytes(["a"]), lambda: 300 in b"a", lambda: "a" in b"a", lambda: b"a".find("a"), lambda: bytes.fromhex("zz"), lambda: b"\xff".decode(), lambda: b"a".index(b"z"), lambda: b"a".split(b""), lambda: b"a" < "a"):
    try:
        print(f())
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
print("é€😀".encode(), "é".encode("latin-1"), "abc".encode("ascii"), b"\xc3\xa9".decode(), b"\xe9".decode("latin-1"), "a".encode("utf-16-le"), b"caf\xe9".decode("ascii", "replace"), "é".encode("ascii", "ignore"), "é".encode("ascii", "backslashreplace"), "é€".encode("ascii", "xmlcharrefreplace"), b"a\xffb".decode("utf-8", "ignore"), "é".encode("ascii", "replace"))
for f in (lambda: "é".encode("ascii"), lambda: "€".encode("latin-1"), lambda: "é".encode("nope"), lambda: b"\x80".decode("ascii"), lambda: b"\xe2\x82".decode("utf-8"), lambda: "\ud800".encode()):
    try:
        print(f())
    except (UnicodeError, LookupError) as e:
        print(type(e).__name__, e)
print(hash(b"a") == hash(b"a"), {b"k": 1}[b"k"], sorted([b"b", b"a"]), [x for x in b"az"], max(b"az"), sum(b"az"), bytes(reversed(b"abc")), str(b"a", "ascii"), str(b"a"), tuple(b"ab"))

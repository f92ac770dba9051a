# struct: every format code in every byte order, with its errors; buffers, offsets, Struct objects.
import struct
from struct import pack, unpack, calcsize, Struct


def tr(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for c in "bBhHiIlLqQnN?cfdesxpPz":
    for p in ("", "<", ">", "@", "=", "!"):
        for v in (0, -1, 300, 2**15, 2**16, 2**31, 2**32, 2**63, 2**64, -(2**31) - 1, -(2**63) - 1, "a", 1.5, b"a", b"ab", None, True):
            tr(lambda: (p + c, v, struct.pack(p + c, v)))
b = bytearray(10)
tr(lambda: struct.pack())
tr(lambda: struct.pack("i"))
tr(lambda: struct.pack(5))
tr(lambda: struct.pack(b"i", 1))
tr(lambda: struct.pack("3"))
tr(lambda: struct.pack("i i", 1))
tr(lambda: struct.unpack("i", b"123"))
tr(lambda: struct.unpack_from("i", b"123"))
tr(lambda: struct.unpack_from("i", b"12345", 3))
tr(lambda: struct.unpack_from("i", b"12345", -2))
tr(lambda: struct.unpack_from("i", b"12345", -20))
tr(lambda: struct.unpack_from("i", b"12345", 20))
tr(lambda: struct.pack_into("i", b, 8, 1))
tr(lambda: struct.pack_into("i", b, -2, 1))
tr(lambda: struct.pack_into("i", b, -20, 1))
tr(lambda: struct.pack_into("i", b))
tr(lambda: struct.pack_into("i", b"1234", 0, 1))
tr(lambda: struct.pack_into("i", b, 0, 1, 2))
tr(lambda: struct.pack_into("i", b, "x", 1))
tr(lambda: struct.pack_into("i", b, 0))
tr(lambda: struct.pack_into())
tr(lambda: struct.pack_into("<hh", b, -4, 1, 2))
print(b)
tr(lambda: struct.pack_into(">I", memoryview(b)[2:], 1, 2**32 - 1))
print(b)
tr(lambda: list(struct.iter_unpack("h", b"123")))
tr(lambda: list(struct.iter_unpack("h", b"1234")))
tr(lambda: struct.iter_unpack("0s", b""))
tr(lambda: struct.unpack("i", "abcd"))
print([calcsize(f) for f in ("bhiq", "<bhiq", "3s", "cxi", "i0q", "bi", "10x", "P", "2h3b", "n")])
s = Struct("ih")
print(s.format, s.size, s.pack(1, 2), s.unpack(s.pack(1, 2)), s.unpack_from(b"..." + s.pack(5, 6), 3), list(s.iter_unpack(s.pack(7, 8) * 2)))
tr(lambda: unpack("3sx2?p5p", pack("3sx2?p5p", b"abcd", 1, [], b"x", b"hello")))
tr(lambda: struct.pack("f", 1e40))
tr(lambda: struct.pack("<f", 1e40))
for x in (0.0, -0.0, 1.1, 65504.0, 65519.0, 65520.0, 1e-8, 6e-8, 5.96e-8, 0.333251953125, 1e-5, 2.0**-14, 2.0**-24, 2.0**-25, float("inf"), -2.5, 0.1, 1023.5, 2049, 2051):
    tr(lambda: (x, struct.pack("<e", x), struct.unpack("<e", struct.pack("<e", x))))
tr(lambda: struct.unpack("<e", b"\x01\x00"))
print(unpack("<bBhHiIqQ", bytes(range(200, 230))), unpack(">bBhHiIqQ", bytes(range(200, 230))), unpack("<fd", pack("<fd", 1.5, 2.25)), unpack("2c", b"ab"), unpack("", b""))
print(pack("10s", b"hi"), pack("2s", b"hello"), pack("0s", b"x"), pack("4p", b"hello"), pack("hbl", 1, 2, 3), pack("<hbl", 1, 2, 3), pack(" i  h ", 1, 2))
try:
    pack("i", "x")
except struct.error as e:
    print("caught", e, isinstance(e, Exception), struct.error.__name__)


class Ix:
    def __index__(self):
        return 7


print(pack("b", Ix()), pack("?", []), pack("f", 3))
print(struct.error.__module__)

# Methods and attributes of int.
for n in (0, 1, -1, 7, -8, 255, 256, 2 ** 64, -(2 ** 64)):
    print(n, n.bit_length(), n.bit_count(), n.real, n.imag, n.numerator, n.denominator, n.conjugate())
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), (0).to_bytes(1, "big"))
print((5).to_bytes(), int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\x01\x00", "little"))
print(int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes([1, 2, 3], byteorder="big"), int.from_bytes(b"", "big"))
for f in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (1).to_bytes(1, "middle")):
    try:
        print(f())
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
print((7).as_integer_ratio(), (-3).__abs__(), (3).__add__(4), (3).__add__("x"), (3).__eq__(3.0), (5).__floordiv__(2))
print(int.bit_length(9), int.__add__(1, 2), (2).__pow__(5), (9).__lt__(10), (3).__bool__(), (3).__index__(), (3).__hash__())
print((12).__str__(), (12).__repr__(), (255).__format__("x"), (6).__divmod__(4), (6).__rsub__(10), (3).__truediv__(2))

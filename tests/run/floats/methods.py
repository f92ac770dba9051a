# Methods of float.
for x in (0.5, -2.75, 10.0, 1e300, 0.1, -0.0):
    print(x.as_integer_ratio(), x.is_integer(), x.hex(), x.real, x.imag, x.conjugate())
for v in (float("inf"), float("nan")):
    try:
        v.as_integer_ratio()
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
print(float.fromhex("0x1.999999999999ap-4"), float.fromhex("-0x1p-1074"), float.fromhex("1.8"), float.fromhex("inf"))
print((2.5).__add__(1), (2.5).__add__("a"), (2.5).__eq__(2.5), (2.5).__floor__(), (2.5).__ceil__(), (2.5).__trunc__(), (2.5).__round__(), (2.5).__int__())
print((2.5).__divmod__(1), (2.5).__rsub__(5), (2.0).__pow__(3), (2.5).__neg__(), (2.5).__abs__(), (2.5).__bool__(), (2.5).__float__(), (0.5).__hash__())
print(isinstance(1.0, float), isinstance(1, float), isinstance(True, float), type(1.0) is float, float is type(0.5))

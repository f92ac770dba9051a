# Complex numbers: the operations ordinary programs use.
a = 3 + 4j
b = complex(1, -2)
print(a, b, a + b, a - b, a * b, a / b, -a, +b, abs(a), a.real, a.imag, a.conjugate())
print(a == 3 + 4j, a != b, a == 3, complex(3) == 3, complex(2.5), 1j * 1j, 2 + 0j == 2.0, bool(0j), bool(1j))
print(complex("1+2j"), complex("-j"), complex(" 3.5 "), complex(), 1j, -1j, 0j, 1e20j, complex(0.0, -0.0), complex(-0.0, 1))
print(repr(1 + 1j), str(2j), [1j], (a ** 2), a ** 0, hash(3 + 0j) == hash(3), {1 + 0j: "x"}[1])
for f in (lambda: a < b, lambda: a // b, lambda: a % b, lambda: int(a), lambda: float(a), lambda: a / 0, lambda: complex("x")):
    try:
        print(f())
    except (TypeError, ZeroDivisionError, ValueError) as e:
        print(type(e).__name__, e)
print(isinstance(a, complex), type(a).__name__, sum([1j, 2, 0.5]), f"{a}", f"{a:.2f}")

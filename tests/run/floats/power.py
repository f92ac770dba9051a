# Powers of floats, and the complex results they turn into.
print(2.0 ** 3, 2 ** 0.5, 2.0 ** -1, 0.0 ** 0, 4 ** 0.5, 8 ** (1 / 3), (-8.0) ** 3, (-2.0) ** -3, 10.0 ** 20, 10 ** 20.0)
print(pow(2.5, 2), pow(9, 0.5), 1.1 ** 100, (-1.0) ** 2.0, 0.0 ** 0.5, 1e-5 ** 3)
for f in (lambda: 10.0 ** 400, lambda: 0.0 ** -2, lambda: pow(2.0, 3, 5), lambda: 2.0 ** 1e10):
    try:
        print(f())
    except (OverflowError, ZeroDivisionError, TypeError) as e:
        print(type(e).__name__, e)
print(1e308 * 10, -1e308 * 10, 1e-320 / 10, 5e-324 / 2, 1e200 * 1e200)
print(0.1 * 3, 0.1 + 0.7, 1.1 * 1.1, 3 * 1.1, 1e16 + 1, 1e15 + 0.3, 100 * 1.1, 0.7 / 0.1, 4.35 * 100)
c = (-8) ** 0.5
print(type(c).__name__, abs(c.real) < 1e-9, round(c.imag, 6))

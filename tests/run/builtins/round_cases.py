for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e16, 123.456):
    print(x, round(x), round(x, 0), round(x, 1), round(x, 2), round(x, -1), round(x, -2))
for n in (0, 5, 15, 25, -15, 149, 150, 250, 10 ** 20 + 5):
    print(n, round(n), round(n, -1), round(n, -2), round(n, 2))
print(round(True), round(2.5, None), type(round(2.0)).__name__, type(round(2.0, 0)).__name__, round(number=2.7), round(2.75, ndigits=1))
class R:
    def __round__(self, n="none"): return f"rounded {n}"
print(round(R()), round(R(), 3))
for f in (lambda: round("x"), lambda: round(1, "x"), lambda: round(None), lambda: round(1.5, 1.5), lambda: round(float("nan")), lambda: round(float("inf"))):
    try:
        print(f())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)

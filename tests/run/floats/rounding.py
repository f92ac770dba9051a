# round: half to even on the exact binary value.
for x in (0.5, 1.5, 2.5, 3.5, -0.5, -1.5, -2.5, 2.675, 1.005, 0.49999999999999994, 1e20, 123456789.5):
    print(x, round(x), type(round(x)).__name__)
for x in (2.675, 1.005, 0.125, 0.375, 2.5, -1.25, 1234.5678, 5.015, 1e-10, 1.15, 1.25, 1.35, 0.15):
    print(x, [round(x, n) for n in (0, 1, 2, 3, -1, -2)])
print(round(15.0, -1), round(25.0, -1), round(1e300, -299), round(1e308, 400), round(5.5, 0), round(-0.4), round(-0.4, 0))
print(type(round(1.5, 0)).__name__, round(1.5, None), round(123.456, 1000), round(123.456, -1000))
for v in (float("inf"), float("nan")):
    try:
        round(v)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
    print(round(v, 2))

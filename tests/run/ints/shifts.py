# Shifts of any size; negative counts are errors.
print(1 << 0, 1 << 62, 1 << 63, 1 << 64, 1 << 100)
print(-1 << 10, -5 << 70)
print(2 ** 100 >> 90, 2 ** 100 >> 100, 2 ** 100 >> 101, 2 ** 100 >> 1000)
print(-1 >> 1, -1 >> 100, -8 >> 1, -9 >> 1, -(2 ** 80) >> 79, -(2 ** 80) - 1 >> 80)
print(5 >> 64, -5 >> 64, 5 >> 63, 0 << 1000, True << 3)
for f in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 2 ** 80 << -1, lambda: 1 << 1.0):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
x = 1
x <<= 5
x >>= 2
print(x)

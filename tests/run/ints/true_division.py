# int / int is correctly rounded however large the operands.
print(1 / 3, 7 / 2, -7 / 2, 6 / 3, 0 / 5, 1 / -3)
print((10 ** 400) / (10 ** 399), (2 ** 2000 + 1) / 2 ** 2000, 10 ** 23 / 1, (2 ** 53 + 1) / 1)
print((2 ** 60 + 1) / 3, (10 ** 30 + 7) / (10 ** 15 + 3), 9007199254740993 / 2, -9007199254740993 / 9007199254740992)
for a, b in ((10 ** 400, 1), (1, 0), (0, 0), (2 ** 80, 0)):
    try:
        print(a / b)
    except (OverflowError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: 2 ** 70 // 0, lambda: 2 ** 70 % 0, lambda: True // False):
    try:
        f()
    except ZeroDivisionError as e:
        print(e)
print(1 / 10 ** 400, 1 / 10 ** 323 > 0, 3 / 10 ** 324)
x = 7
x /= 2
print(x)

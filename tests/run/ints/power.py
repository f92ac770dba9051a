# Powers: integer, negative exponent, modular, inverse.
print(2 ** 10, (-2) ** 3, -2 ** 2, 0 ** 0, 7 ** 0)
print(2 ** -1, 2 ** -2, (-2) ** -3, 10 ** -5)
print(2 ** 100)
print((-3) ** 51)
print(pow(2, 10), pow(2, 10, 1000), pow(-2, 3, 7), pow(2, 3, -7))
print(pow(3, -1, 7), pow(10, -3, 17), pow(3, 1000, 10 ** 9 + 7))
print(pow(12345678901234567890, 3, 9876543210987654321))
for args in ((2, -1, 4), (2, 3, 0), (0, -1)):
    try:
        print(pow(*args))
    except (ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
try:
    print(0 ** -1)
except ZeroDivisionError as e:
    print(e)
x = 3
x **= 4
print(x, type(2 ** 2).__name__, type(2 ** -2).__name__, 2 ** 3 ** 2, pow(0, 0, 1))
n = -1
print(2 ** n, type(2 ** n).__name__)

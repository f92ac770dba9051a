# abs, round, sign operators, round with digits on ints.
print(+5, -5, --5, -(-5), +-5, ~5, ~-6, abs(-5), abs(2 ** 80), abs(-(2 ** 80)))
print(round(5), round(15, -1), round(25, -1), round(35, -1), round(-15, -1), round(-25, -1), round(14, -1), round(16, -1))
print(round(1234567, -3), round(1500, -3), round(2500, -3), round(5, 3), round(55, -2), round(50, -2), round(150, -2), round(10 ** 25 + 5 * 10 ** 9, -10))
print(type(round(5)).__name__, type(round(5, 1)).__name__, round(7, None))
import math
print(math.floor(5), math.ceil(5), math.trunc(-5), int(-5), float(5))
try:
    round(5, 1.0)
except TypeError as e:
    print(e)
try:
    abs("x")
except TypeError as e:
    print(e)
try:
    -"x"
except TypeError as e:
    print(e)
try:
    ~1.5
except TypeError as e:
    print(e)
try:
    +[]
except TypeError as e:
    print(e)

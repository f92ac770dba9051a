# int(), floor, ceil, trunc of floats.
import math
for x in (0.0, 0.9, -0.9, 1.5, -1.5, 1e18, 1e19, -1e25, 2.0 ** 100, 5e-324):
    print(x, int(x), math.floor(x), math.ceil(x), math.trunc(x), x.is_integer())
for v in (float("inf"), float("-inf"), float("nan")):
    for f in (int, math.floor, math.ceil, math.trunc):
        try:
            print(f(v))
        except (OverflowError, ValueError) as e:
            print(type(e).__name__, e)
print(type(math.floor(2.5)).__name__, 10 // 2.5, 10 % 2.5, type(10 // 2.5).__name__)

# In 3.11 sum() of floats adds from left to right with no compensation; fsum is exact.
import math
xs = [0.1] * 10
print(sum(xs), math.fsum(xs), sum(xs) == 1.0)
print(sum([1e16, 1.0, -1e16]), math.fsum([1e16, 1.0, -1e16]))
print(sum([1, 2, 0.5]), sum([0.5, 1, 2]), sum([]), sum([], 0.0), sum([1, 2], 10), sum((True, 2.5)), sum(range(5), 0.5))
print(sum([10 ** 20, 0.5]), sum([0.1, 10 ** 20]), sum([[1], [2]], []), sum(((1,), (2, 3)), ()))
for args in ((["a"],), ([1, "a"],), (["a"], ""), ([b"a"], b""), (5,), ([[1]],)):
    try:
        print(sum(*args))
    except TypeError as e:
        print(e)

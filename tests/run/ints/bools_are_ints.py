# bool is a subclass of int, and keeps printing as True/False.
print(True + 1, True + True, False * 3, -True, +True, ~False)
print(True == 1, True is True, False == 0, True < 2, isinstance(True, int), issubclass(bool, int))
print(type(True + True).__name__, type(True & False).__name__, type(True & 1).__name__, type(-True).__name__)
print([10, 20][True], "ab"[False], sum([True, True, False]), max(1, True), max(True, 1), min(False, 0))
print({True: "a", 1: "b", 1.0: "c"}, {1: "x"}[True], {0: 1, False: 2})
print(str(True), repr(False), f"{True}", f"{True:d}", f"{True:>6}", "%s %d %r" % (True, True, False))
print(bool(""), bool("0"), bool([]), bool([0]), bool(0.0), bool(-1), bool(None), bool({}), bool(()), bool(((),)))
print(int(True), float(True), complex(1) == True, hash(True), hash(False))
xs = [1, 2]
xs.append(xs[0] > 0)
print(xs, xs.count(1), xs.index(True))
print(True // 1, True / 2, True % 2, 2 ** True, divmod(True, True), round(True), abs(True))
print(not 1, not 0, not "", not None, (not []) + 1)
def f(n):
    return n > 0 or n
print(f(3), f(-3), f(0), True.bit_length(), True.real, True.numerator)

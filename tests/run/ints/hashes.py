# Hashes of numbers: modulo 2**61 - 1, and -1 is never a hash.
for n in (0, 1, -1, -2, 2 ** 61 - 1, 2 ** 61, 2 ** 61 - 2, -(2 ** 61 - 1), 2 ** 64, -(2 ** 64), 10 ** 30, -(10 ** 30)):
    print(n, hash(n))
for x in (0.0, -0.0, 1.0, -1.0, 0.5, 1.5, -2.5, 1e300, 3.14, float("inf"), float("-inf")):
    print(x, hash(x))
print(hash(True), hash((1, 2)) == hash((1.0, 2.0)), hash(()), hash((1,)), hash((1, 2, 3)), hash((0, -1, 5)))
print(hash(frozenset()) == hash(frozenset([])), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
print(hash("") , hash(b""), hash(2 ** 1000), hash(range(3)) == hash((3, 0, 1)))

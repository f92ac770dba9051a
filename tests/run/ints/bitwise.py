# & | ^ ~ on two's complement of unlimited width.
values = [0, 1, -1, 5, -5, 255, -256, 2 ** 64, -(2 ** 64), 2 ** 70 - 1, -(2 ** 70) + 3]
for a in values:
    print(a, ~a, [a & b for b in values])
for a in values:
    print(a, [a | b for b in values], [a ^ b for b in values])
print(True & False, True | False, True ^ True, ~True, True & 1, 6 & True)
x = 0b1100
x &= 0b0110
x |= 0b1000
x ^= 0b1111
print(bin(x))
try:
    1 & 1.0
except TypeError as e:
    print(e)
try:
    "a" | 2
except TypeError as e:
    print(e)

# Floor division and modulo follow the divisor's sign.
for a in (7, -7, 0, 1, -1):
    for b in (2, -2, 3, -3, 7):
        print(a, b, a // b, a % b, divmod(a, b))

big = 2 ** 70
for a in (big, -big, big + 1, -big - 1):
    for b in (7, -7, 2 ** 65, -(2 ** 65)):
        q, r = divmod(a, b)
        print(q, r, q * b + r == a, (r >= 0) == (b > 0) or r == 0)

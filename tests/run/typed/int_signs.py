# Division rounds down, remainders take the divisor's sign; zero raises with the operator's own text.
def both(a, b):
    return a // b, a % b


def wide(a, b):
    a = a + 10**20
    return a // b, a % b, b // a, b % a


def by_const(a):
    return a // 7, a % 7, a // -7, a % -7, a // 1, a % 1


def real(a, b):
    return a / b


for a in (-9, -7, -1, 0, 1, 7, 9):
    for b in (-4, -1, 1, 3, 7):
        print(a, b, both(a, b), wide(a, b), real(a, b))
    print(by_const(a))


def attempt(kind, a, b):
    try:
        if kind == 0:
            return a // b
        if kind == 1:
            return a % b
        if kind == 2:
            return a / b
        if kind == 3:
            return float(a) // b
        if kind == 4:
            return float(a) % b
        if kind == 5:
            return float(a) / b
        if kind == 6:
            return (a + 2**70) // b
        if kind == 7:
            return (a + 2**70) % b
        if kind == 8:
            return (a + 2**70) / b
    except ZeroDivisionError as e:
        return str(e)


for kind in range(9):
    print(kind, attempt(kind, 5, 0), attempt(kind, -5, 3))
i = 0
while i < 3:
    try:
        print(10 % i)
    except ZeroDivisionError as e:
        print("caught", e, i)
    i += 1
for i in range(-5, 6):
    print(i % 3, i // 3, i % -3, i // -3, -i, ~i, i & 3, i | 8, i ^ 5, i << 2, i >> 1, i**2, abs(i), +i)
print((2**53 + 1) / 3, 2**70 / 3, 10**400 / 10**399, 1 / 3)
try:
    print(10**400 / 3)
except OverflowError as e:
    print(e)
try:
    x = 10**400
    print(x * 1.0)
except OverflowError as e:
    print(e)

# Variables seen by closures, globals, classes and comprehensions beside typed ones.
count = 0
limit = 10
ratio = 0.5


def bump(n):
    global count
    count += n
    return count


def counter():
    n = 0

    def step(k):
        nonlocal n
        n += k
        return n

    return step


c = counter()
print(c(1), c(2), bump(3), bump(4), count)
count = "text"
print(count)
fs = [lambda x: x + i for i in range(3)]
print([f(10) for f in fs])


def outer(n):
    total = 0
    m = n * 2

    def add(x):
        return x + m

    for i in range(n):
        total += add(i)
    m = 100
    return total, add(1)


print(outer(4))


class Account:
    rate = 0.05

    def __init__(self, balance):
        self.balance = balance
        self.moves = 0

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("bad amount")
        self.balance += amount
        self.moves += 1
        return self.balance

    def interest(self, years):
        b = self.balance
        for _ in range(years):
            b = b * (1 + self.rate)
        return round(b, 2)


acc = Account(100)
print(acc.deposit(50), acc.deposit(2**70), acc.moves)
print(Account(100).interest(3))
try:
    acc.deposit(-1)
except ValueError as e:
    print(e)


def scale(k):
    return k * limit * ratio


print(scale(2), scale(0.5))
limit = 2**65
print(scale(2))


def apply(f, n):
    return f(n)


def double(n):
    return n * 2


print(apply(double, 4), apply(double, "ab"), double(2.5), apply(double, [1]))


def early(n):
    return late(n) + 1


def late(n):
    return n * 3


print(early(2))


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print(even(10), odd(7), even(7))


def nothing(n):
    if n > 0:
        return n


print(nothing(1), nothing(0))


def never(n):
    raise KeyError(n)


try:
    print(never(3) + 1)
except KeyError as e:
    print("key", e)


def deep(n):
    return deep(n + 1)


try:
    deep(0)
except RecursionError as e:
    print(str(e)[:32])


def many(*args, **kw):
    n = len(args) + len(kw)
    return n * 2


print(many(), many(1, 2, x=3))
s = 0
for k, v in {"a": 1, "b": 2}.items():
    s += v
print(s)
s = sum(i * i for i in range(5))
s += 0.5
print(s)

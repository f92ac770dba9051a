# A variable that is int here and float there prints each as what it is; True is no 1.
def mean(xs):
    t = 0
    for x in xs:
        t += x
    return t


print(mean([]), mean([1.5]), mean([1, 2]), mean([True, True]))


def either(flag):
    if flag:
        r = 1
    else:
        r = 1.0
    return r


print(either(True), either(False))


def grow(n):
    x = 0
    for i in range(n):
        x = x + 0.5
    return x


print(grow(0), grow(1), grow(4))


def same(x):
    return x


print(same(1), same(True), same(1.0), same("1"))


def positive(n):
    return n > 0 or n


print(positive(3), positive(0), positive(-2))


def flag(n):
    b = n > 2
    b = b and n < 10
    return b


print(flag(1), flag(5), flag(50), flag(5) + flag(6), -flag(5), ~flag(5))
a = 5
print(a)
a = a / 2
print(a)
a = str(a)
print(a)
a = [a]
print(a)
t = True
f = False
print(t & f, t | f, t ^ t, t + t, t * 3, t / 2, t // 1, t % 2, t << 3, t == 1, t < 2, f <= f, t > f)
print(1 == 1.0, 1 < 1.5, 2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), 10**30 > 1e30, 3 != 3.0)
n = 0
for i in range(5):
    n += i == 2
print(n)
m = max(1, 2.5)
print(m, max(2, 1.0), min(1, True), min(True, 1), max(3, 7), min(3, 7), max(1.0, 1), min(0.0, -0.0))
z = 0
z = -z
print(z, -0.0, 0.0 * -1, 0 * -1)
k = None
for i in range(3):
    k = i
print(k)
w = 3 if a else None
print(w)
print(int(3.7), int(-3.7), int(True), float(3), float(2**60), round(2.5), round(3.5), round(2.675, 2), round(7))
print([i if i % 2 else i / 2 for i in range(4)])
sevens = 0
for ch in "1727":
    sevens += ch == "7"
print(sevens, (ch == "7") + 1, 2**70 + (ch == "7"), 10 // (ch == "7"), -(ch == "7"), (2**70) % (ch == "7"), (ch == "7") / 2)

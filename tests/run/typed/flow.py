# Typed variables across loops, else, break, continue, try, with values left over after the loop.
def search(n, target):
    for i in range(n):
        if i * i == target:
            break
    else:
        i = -1
    return i


print(search(10, 49), search(10, 50), search(0, 0) if False else "empty")


def last(n):
    i = 100
    for i in range(n):
        pass
    return i


print(last(0), last(3))


def unbound(n):
    for i in range(n):
        v = i
    return v


print(unbound(2))
try:
    print(unbound(0))
except UnboundLocalError as e:
    print(e)


def reassign(n):
    seen = []
    for i in range(n):
        seen.append(i)
        i = i * 10
        i += 1
        seen.append(i)
    return seen


print(reassign(3))


def bounds():
    n = 3
    out = []
    for i in range(n):
        n = 10
        out.append(i)
    return out, n


print(bounds())


def steps(a, b, c):
    return [i for i in range(a, b, c)]


print(steps(0, 10, 3), steps(10, 0, -3), steps(5, 5, 1), steps(0, -5, 2))
for i in range(10, -1, -2):
    print(i, end=" ")
print()
for i in range(3, 0, -1):
    for j in range(i, 7, 2):
        print(i * j, end=",")
print()
for i in range(0):
    print("never")
for i in range(-3):
    print("never")
total = 0
for i in range(5):
    if i == 1:
        continue
    if i == 4:
        break
    total += i
print(total, i)


def guarded(n):
    count = 0
    x = 0.0
    ok = False
    for i in range(n):
        try:
            count += 1
            x += 10 / (i - 2)
            if i == 5:
                return count, x, ok
            ok = not ok
        except ZeroDivisionError:
            count += 100
            continue
        finally:
            count += 1000
    return count, x, ok


print(guarded(2), guarded(4), guarded(9))


def raising(n):
    if n > 3:
        raise ValueError("too big: %d" % n)
    return n + 1


def chain(n):
    t = 0
    while True:
        try:
            t += raising(n)
        except ValueError as e:
            print(e, t)
            break
        n += 1
    else:
        print("never")
    return t


print(chain(0))


def nested(n):
    found = 0
    for i in range(n):
        for j in range(n):
            if j > i:
                break
            if (i + j) % 3 == 0:
                continue
            found += 1
        else:
            found += 100
    return found


print(nested(5))
w = 10
while w:
    w -= 3
    if w < 0:
        break
else:
    print("zero")
print(w)
x = 5
while (x := x - 1) > 2:
    print(x, end=" ")
print(x)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1 == 1)


def between(lo, x, hi):
    return lo <= x < hi


print(between(1, 2, 3), between(1, 3, 3), between(0.5, 1, 1.5))


def with_default(a, b=3, c=2.5, d=True, e=None):
    return a + b, c, d, e


print(with_default(1), with_default(1, 2, 3.5), with_default(1, d=False))


def clean(n):
    del n
    try:
        return n
    except UnboundLocalError as e:
        return str(e)


print(clean(4))


def swap(a, b):
    a, b = b, a
    a, b = a + b, a - b
    return a, b


print(swap(3, 5), swap(2**70, 1), swap(1.5, 2))

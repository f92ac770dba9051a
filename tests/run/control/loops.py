# for/while with else, break, continue, nested, loop variables that survive.
for i in range(3):
    if i == 5:
        break
else:
    print("for-else", i)
for i in range(3):
    if i == 1:
        break
else:
    print("not printed")
print(i)
for i in []:
    pass
else:
    print("empty else")
n = 10
while n > 0:
    n -= 3
    if n == 4:
        continue
    print(n, end=" ")
else:
    print("while-else")
while True:
    n += 1
    if n % 7 == 0:
        break
print(n)
for i in range(4):
    for j in range(4):
        if j == 2:
            continue
        if i == 2:
            break
        print(i, j, end="; ")
    else:
        print("inner else", i)
        continue
    print("broke at", i)
    break
for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]:
    print(a + b + c)
for i, ch in enumerate("ab", 1):
    print(i, ch)
for x.attr in [1] if False else []:
    pass
d = {}
for d["k"] in range(3):
    pass
xs = [0, 0]
for xs[0], xs[1] in [(1, 2), (3, 4)]:
    print(xs)
print(d, xs)
def find(m, v):
    for r, row in enumerate(m):
        for c, x in enumerate(row):
            if x == v:
                return r, c
    else:
        return None
print(find([[1, 2], [3, 4]], 3), find([[1]], 9))
i = 100
for i in range(2):
    i += 50
print(i)
for _ in range(2):
    print("_", end="")
print()
for i in range(3): print(i, end=","); print("same line")
while n: n -= 1
print(n)
for k, v in {"a": 1, "b": 2}.items(): print(k, v)
for c in reversed("abc"): print(c, end="")
for p, q in zip([1, 2], "xy"): print(p, q, end=" ")
for i in range(10, 0, -3): print(i, end=" ")
print()
total = 0
for i in range(100):
    if i % 3 and i % 5:
        continue
    total += i
    if total > 500:
        break
print(i, total)

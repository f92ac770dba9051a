n, steps = 27, 0
while n != 1:
    n = 3 * n + 1 if n % 2 else n // 2
    steps += 1
print(steps)
a, b = 1071, 462
while b:
    a, b = b, a % b
print(a)
x = 1.0
while abs(x * x - 2) > 1e-12:
    x = (x + 2 / x) / 2
print(round(x, 10))
digits = []
k = 90210
while k:
    k, d = divmod(k, 10)
    digits.append(d)
print(digits)
i = 0
while True:
    i += 1
    if i % 2:
        continue
    if i > 8:
        break
    print(i, end=" ")
print("end", i)
lo, hi = 0, 100
tries = 0
while lo <= hi:
    mid = (lo + hi) // 2
    tries += 1
    if mid == 37:
        break
    if mid < 37:
        lo = mid + 1
    else:
        hi = mid - 1
else:
    print("not found")
print(mid, tries)
while (line := ["a", "", "b"][tries % 3]) and tries < 10:
    tries += 3
print(tries, line)

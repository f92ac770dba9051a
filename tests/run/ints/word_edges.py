# Arithmetic that leaves the 64-bit range and comes back.
top = 2 ** 63 - 1
low = -(2 ** 63)
print(top, low)
print(top + 1, low - 1)
print(-low, abs(low), low // -1, low % -1)
print(top * top, low * low, top * low)
print(top + 1 - 1 == top, low - 1 + 1 == low)
print((top + 1) // 2, (low - 1) // 2, (top + 5) % 10)
x = top
x += 1
print(x)
x -= 1
print(x, x == top, hash(x) == hash(top))
n = 1
for i in range(70):
    n *= 3
print(n)
for i in range(70):
    n //= 3
print(n)
print(low * -1, -1 * low, 0 - low)
print(9223372036854775807 + 9223372036854775807)
print(-9223372036854775808 - 1)
print(4294967296 * 4294967296, 3037000500 * 3037000500)

# Long multiplication, division, gcd and square roots of large ints.
import math
a = 123456789 ** 20
b = 987654321 ** 11
print(a * b)
print(a // b, a % b)
print(a + b - a == b, (a * b) // a == b, (a * b) % a)
print(math.gcd(a * 12, b * 18), math.lcm(12, 18), math.isqrt(a), math.isqrt(10 ** 40) == 10 ** 20)
print(math.factorial(30), math.factorial(25) // math.factorial(23), math.comb(60, 30), math.perm(20, 10))
fib = [0, 1]
while len(fib) < 150:
    fib.append(fib[-1] + fib[-2])
print(fib[149], fib[93], fib[92])
print(sum(i ** 5 for i in range(2000)), sum([2 ** 63, 2 ** 63, -1]))
print(str(2 ** 200)[::-1], sum(int(c) for c in str(2 ** 1000)))
s = 0
for d in "98765432109876543210987654321":
    s = s * 10 + int(d)
print(s, s == int("98765432109876543210987654321"))
print(-a // b, -a % b, a // -b, a % -b, (-a) // (-b))

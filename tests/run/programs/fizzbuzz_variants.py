for i in range(1, 16):
    if i % 15 == 0:
        print("FizzBuzz")
    elif i % 3 == 0:
        print("Fizz")
    elif i % 5 == 0:
        print("Buzz")
    else:
        print(i)
print(*["Fizz" * (not i % 3) + "Buzz" * (not i % 5) or i for i in range(1, 16)])
rules = {3: "Fizz", 5: "Buzz", 7: "Bang"}
def fizz(n):
    return "".join(w for d, w in rules.items() if n % d == 0) or str(n)
print(", ".join(map(fizz, range(1, 22))))
def table(n):
    for a in range(1, n + 1):
        print(" ".join(f"{a * b:3d}" for b in range(1, n + 1)))
table(5)
for i in range(1, 6):
    print(" " * (5 - i) + "*" * (2 * i - 1))
n = 5
while n:
    print(n, end=" " if n > 1 else "\n")
    n -= 1
print(sum(x for x in range(1000) if x % 3 == 0 or x % 5 == 0))
print([[1 if j in (0, i) else 0 for j in range(i + 1)] for i in range(4)])
row = [1]
for _ in range(6):
    print(" ".join(map(str, row)).center(24).rstrip())
    row = [1] + [a + b for a, b in zip(row, row[1:])] + [1]
celsius = [-40, 0, 37, 100]
print([(c, c * 9 / 5 + 32) for c in celsius], max(celsius), list(map(lambda c: round(c + 273.15, 2), celsius)))
s = "A man, a plan, a canal: Panama"
t = [c.lower() for c in s if c.isalnum()]
print(t == t[::-1], "".join(reversed(s)), sum(c in "aeiou" for c in s.lower()))

# Bank simulation and grades
import sys
class Account:
    interest = 0.02
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []
    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(("deposit", amount))
    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"insufficient funds: {self.balance} < {amount}")
        self.balance -= amount
        self.history.append(("withdraw", amount))
    def __str__(self):
        return f"{self.owner}: {self.balance:.2f}"
class Savings(Account):
    def add_interest(self):
        self.deposit(self.balance * self.interest)
accounts = [Account("ann", 100), Savings("bob", 250.5)]
for acc in accounts:
    try:
        acc.withdraw(120)
    except ValueError as e:
        print("error:", e)
    else:
        print("ok", acc)
    finally:
        print("done with", acc.owner)
accounts[1].add_interest()
print(accounts[1], accounts[1].history)
grades = {"ann": [90, 80], "bob": [70], "cy": []}
def average(xs):
    if not xs:
        return None
    return sum(xs) / len(xs)
for name in sorted(grades):
    avg = average(grades[name])
    print(name, "n/a" if avg is None else round(avg, 1))
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*matrix)])
def fizz(n):
    for i in range(1, n + 1):
        yield "fizz" * (i % 3 == 0) + "buzz" * (i % 5 == 0) or str(i)
print(" ".join(fizz(15)))
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
print(gcd(48, 36), gcd(0, 5), gcd(2**70, 2**65))
s = "A man, a plan"
clean = [c.lower() for c in s if c.isalpha()]
print(clean == clean[::-1], "".join(clean))
print(accounts[0].nope)

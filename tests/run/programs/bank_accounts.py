"""A small bank: accounts, transfers, interest and a ledger."""


class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner}: cannot withdraw {amount:.2f}, balance is {account.balance:.2f}")
        self.account = account
        self.amount = amount


class Account:
    next_id = 1000

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self.balance = balance
        self.history = []
        self.id = Account.next_id
        Account.next_id += 1

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposit must be positive")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(("withdraw", amount))

    def __str__(self):
        return f"#{self.id} {self.owner:<8} {self.balance:>10.2f}"


class Savings(Account):
    def __init__(self, owner, balance, rate):
        super().__init__(owner, balance)
        self.rate = rate

    def add_interest(self):
        interest = round(self.balance * self.rate, 2)
        self.deposit(interest)
        return interest


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, account):
        self.accounts[account.id] = account
        return account

    def transfer(self, src, dst, amount):
        a, b = self.accounts[src], self.accounts[dst]
        a.withdraw(amount)
        try:
            b.deposit(amount)
        except ValueError:
            a.deposit(amount)
            raise

    def total(self):
        return sum(a.balance for a in self.accounts.values())


bank = Bank()
ann = bank.open(Account("Ann", 100))
bob = bank.open(Savings("Bob", 2500.5, 0.035))
bank.transfer(ann.id, bob.id, 30)
print(bob.add_interest())
for src, dst, amount in [(1000, 1001, 500), (1001, 1000, 1000), (1000, 9999, 1), (1001, 1000, 0)]:
    try:
        bank.transfer(src, dst, amount)
        print("ok", amount)
    except InsufficientFunds as e:
        print("refused:", e, e.amount)
    except KeyError as e:
        print("no account", e)
    except ValueError as e:
        print("error:", e)
for acc in bank.accounts.values():
    print(acc)
    for kind, amount in acc.history:
        print(f"   {kind:<10}{amount:>10.2f}")
print(f"total {bank.total():,.2f}")

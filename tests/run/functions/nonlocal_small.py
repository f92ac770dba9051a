def make_account(balance):
    history = []
    def deposit(n):
        nonlocal balance
        balance += n
        history.append(+n)
        return balance
    def withdraw(n):
        nonlocal balance
        if n > balance:
            return "insufficient"
        balance -= n
        history.append(-n)
        return balance
    def report():
        return balance, history[:]
    return {"deposit": deposit, "withdraw": withdraw, "report": report}
a, b = make_account(100), make_account(5)
print(a["deposit"](50), a["withdraw"](30), b["withdraw"](10), a["report"](), b["report"]())
def averager():
    total = count = 0
    def add(x):
        nonlocal total, count
        total += x
        count += 1
        return total / count
    return add
avg = averager()
print(avg(10), avg(20), avg(60))

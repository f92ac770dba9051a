class Account:
    def __init__(self, b):
        self.b = b
    def draw(self, n):
        if n > self.b:
            raise ValueError(f"insufficient funds: {self.b} < {n}")
        self.b -= n
a = Account(10)
a.draw(4)
print(a.b)
a.draw(7)

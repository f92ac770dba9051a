class VendingError(Exception):
    """Base of all errors of the machine."""

class SoldOut(VendingError):
    pass

class NotEnough(VendingError):
    def __init__(self, missing):
        self.missing = missing
        super().__init__("missing %d.%02d" % divmod(missing, 100))

class Machine:
    COINS = (200, 100, 50, 20, 10, 5)

    def __init__(self, slots):
        self.slots = {k: list(v) for k, v in slots.items()}
        self.bank = {c: 2 for c in self.COINS}
        self.credit = 0

    def insert(self, *coins):
        for c in coins:
            if c not in self.COINS:
                raise ValueError(f"unknown coin: {c}")
            self.bank[c] += 1
            self.credit += c

    def buy(self, slot):
        try:
            name, price, left = self.slots[slot]
        except KeyError as e:
            raise VendingError(f"no slot {e}") from e
        if not left:
            raise SoldOut(name)
        if self.credit < price:
            raise NotEnough(price - self.credit)
        self.slots[slot][2] -= 1
        self.credit -= price
        return name, self.change()

    def change(self):
        out = []
        for c in self.COINS:
            while self.credit >= c and self.bank[c]:
                self.bank[c] -= 1
                self.credit -= c
                out.append(c)
        return out

m = Machine({"A1": ("chips", 120, 1), "B2": ("soda", 185, 3)})
def attempt(*coins, slot):
    try:
        m.insert(*coins)
        name, change = m.buy(slot)
    except NotEnough as e:
        print("not enough:", e, e.missing)
    except SoldOut as e:
        print("sold out:", e)
    except VendingError as e:
        print("machine:", e, repr(e.__cause__))
    except ValueError as e:
        print("coin:", e)
    else:
        print("enjoy", name, change)
    finally:
        print("  credit", m.credit)
attempt(200, slot="A1")
attempt(100, slot="A1")
attempt(slot="B2")
attempt(50, 50, slot="B2")
attempt(3, slot="B2")
attempt(slot="Z9")
attempt(200, 200, slot="B2")
print(m.bank, m.slots)

from collections import namedtuple

Item = namedtuple("Item", "name price qty")


class Cart:
    discounts = {"SAVE10": lambda t: t * 0.9, "FIVE": lambda t: max(t - 5, 0)}

    def __init__(self):
        self._items = []
        self.codes = []

    def add(self, name, price, qty=1):
        if price < 0 or qty < 1:
            raise ValueError(f"bad item {name!r}: price={price}, qty={qty}")
        for i, it in enumerate(self._items):
            if it.name == name and it.price == price:
                self._items[i] = it._replace(qty=it.qty + qty)
                break
        else:
            self._items.append(Item(name, price, qty))
        return self

    def remove(self, name):
        before = len(self._items)
        self._items = [i for i in self._items if i.name != name]
        if len(self._items) == before:
            raise KeyError(name)

    def apply(self, code):
        if code not in self.discounts:
            raise LookupError(f"unknown code {code}")
        self.codes.append(code)

    @property
    def subtotal(self):
        return sum(i.price * i.qty for i in self._items)

    @property
    def total(self):
        t = self.subtotal
        for c in self.codes:
            t = self.discounts[c](t)
        return round(t, 2)

    def __len__(self):
        return sum(i.qty for i in self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, name):
        return any(i.name == name for i in self)

    def receipt(self):
        lines = [f"{i.name:.<20}{i.qty:>3} x {i.price:>8.2f} = {i.qty * i.price:>9.2f}" for i in self]
        lines += ["=" * 45, f"{'total':<36}{self.total:>9.2f}"]
        return "\n".join(lines)


cart = Cart()
cart.add("apple", 0.4, 10).add("bread", 2.95).add("apple", 0.4, 2).add("apple", 0.5).add("tea", 4.2)
print(len(cart), cart.subtotal, cart.total, "bread" in cart, [i.name for i in cart])
cart.remove("tea")
cart.apply("SAVE10")
cart.apply("FIVE")
print(cart.receipt())
for f in (lambda: cart.remove("milk"), lambda: cart.add("x", -1), lambda: cart.apply("NOPE"), lambda: setattr(cart, "total", 0)):
    try:
        f()
    except (KeyError, ValueError, LookupError, AttributeError) as e:
        print(type(e).__name__, e)

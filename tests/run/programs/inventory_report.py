# Inventory kept in dictionaries, with restocking and a text report.
stock = {}
log = []

def receive(name, qty, price):
    if name in stock:
        item = stock[name]
        total = item["qty"] * item["price"] + qty * price
        item["qty"] += qty
        item["price"] = total / item["qty"]
    else:
        stock[name] = {"qty": qty, "price": price}
    log.append(f"received {qty} {name}")

def ship(name, qty):
    item = stock.get(name)
    if item is None or item["qty"] < qty:
        log.append(f"cannot ship {qty} {name}")
        return False
    item["qty"] -= qty
    if not item["qty"]:
        del stock[name]
    log.append(f"shipped {qty} {name}")
    return True

receive("bolt", 100, 0.25)
receive("nut", 50, 0.1)
receive("bolt", 100, 0.35)
receive("gear", 7, 12.5)
results = [ship("bolt", 150), ship("gear", 8), ship("nut", 50), ship("cog", 1)]
print(results)
print(f"{'item':<8}|{'qty':>5}|{'price':>8}|{'value':>10}")
print("-" * 34)
for name in sorted(stock):
    i = stock[name]
    print(f"{name:<8}|{i['qty']:>5}|{i['price']:>8.3f}|{i['qty'] * i['price']:>10.2f}")
print("-" * 34)
print(f"{'total':<23}|{sum(i['qty'] * i['price'] for i in stock.values()):>10.2f}")
print(*log, sep="\n")
low = [n for n, i in stock.items() if i["qty"] < 10]
print("reorder:", ", ".join(low) or "nothing")

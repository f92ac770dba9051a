# Instances shared through lists, dicts and attributes keep their identity.
class Item:
    def __init__(self, n): self.n, self.links = n, []
    def __repr__(self): return f"I{self.n}"
items = [Item(i) for i in range(4)]
by_name = {f"i{it.n}": it for it in items}
items[0].links.append(items[1])
items[1].links.extend(items[2:])
items[2].links.append(items[0])
by_name["i3"].n = 99
print(items, items[3] is by_name["i3"], items[0].links[0].links, items[0].links[0].links[0].links[0] is items[0])
copy = items[:]
copy[0].n = "zero"
copy[1] = Item("new")
print(items, copy, items[0] is copy[0], items[1] is copy[1], items[0] in copy, items[1] in copy, items.index(items[2]), copy.count(items[0]))
pair = (items[0], items[0])
pair[0].n += "!"
print(pair, pair[0] is pair[1], {items[0]: 1}[pair[1]], len({items[0], pair[0], items[1]}))
def update(it, **kw):
    for k, v in kw.items():
        setattr(it, k, v)
    return it
print(update(items[1], n=5, extra="e") is items[1], items[1].extra, items)
a = b = Item("shared")
b.n = "changed"
a2, (b2,) = a, [b]
print(a, a2 is b2, a == b, a != Item("changed"))
swap = {"x": a, "y": items[0]}
swap["x"], swap["y"] = swap["y"], swap["x"]
print(swap)
total = sum(len(i.links) for i in items)
best = max(items, key=lambda i: len(i.links))
print(total, best, sorted(items, key=lambda i: str(i.n)), [i for i in items if i.links])

g = (x * x for x in range(5))
print(next(g), sum(g), list(g), type(g).__name__)
print(sum(x for x in range(10) if x % 2), max((len(w), w) for w in ["a", "ccc", "bb"]), any(x > 3 for x in [1, 5]), all(c.isdigit() for c in "123"), sorted(-x for x in [1, 3, 2]), dict((k, v) for k, v in [("a", 1)]), ", ".join(str(i) for i in range(3)), list((a, b) for a in "ab" for b in range(2)), tuple(i for i in (1, 2)), set(x % 2 for x in range(5)), min((x for x in [3, 1]), default=0), next((x for x in [1, 4, 9] if x > 3), None), next((x for x in []), "none"), [*(c for c in "xy")], list(zip((x for x in "ab"), (y for y in "cd"))), 3 in (x for x in range(5)))
log = []
lazy = (log.append(i) or i for i in range(3))
print(log)
for v in lazy:
    print(v, log)
def evens(xs):
    return (x for x in xs if x % 2 == 0)
pipeline = (y + 1 for y in evens(range(10)) if y > 2)
print(list(pipeline), list(pipeline))
nested = ((i * j for j in range(3)) for i in range(3))
print([list(row) for row in nested])
try:
    next(x for x in [])
except StopIteration:
    print("stop")
bad = (10 // d for d in (5, 0, 1))
print(next(bad))
try:
    next(bad)
except ZeroDivisionError as e:
    print(e)
print(list(bad))

items = [3, 2, 1, 0, 9]
print(list(iter(items.pop, 0)), items)
n = 0
def tick():
    global n
    n += 1
    return n
print(list(iter(tick, 4)), n, [x for x in iter(tick, 7)])
it = iter([1, 2])
print(iter(it) is it, next(it), next(it, "d"), next(it, "d"))
def boom():
    raise StopIteration
print(list(iter(boom, None)))
class Fn:
    def __init__(self): self.i = 0
    def __call__(self):
        self.i += 1
        return self.i * self.i
print(list(iter(Fn(), 25)))
for text in ("abc", {"k": 1}, {7}, (1,), range(2), b"a"):
    i = iter(text)
    print(type(i).__name__, next(i), next(i, None))

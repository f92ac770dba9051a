# List iterators hold a position, not a snapshot.
xs = [1, 2, 3, 4, 5, 6]
for x in xs:
    if x % 2 == 0:
        xs.remove(x)
print(xs)
xs = [1, 2, 3]
seen = []
for x in xs:
    seen.append(x)
    if len(xs) < 6:
        xs.append(x * 10)
print(xs, seen)
xs = [1, 2, 3, 4]
for i, x in enumerate(xs):
    xs[i] = x * x
    if i == 1:
        xs.insert(0, 99)
    if i > 4:
        break
print(xs)
it = iter(xs)
print(list(it))
xs.append("late")
print(list(it), next(it, "done"))
xs = [1, 2, 3]
for x in xs:
    xs.clear()
    print(x, xs)
xs = [1, 2, 3, 4]
for x in reversed(xs):
    print(x, end=" ")
    if x == 3:
        xs.pop(0)
print(xs)
xs = [5, 6, 7]
for x in xs[:]:
    xs.remove(x)
print(xs)
r = iter([1, 2, 3])
print(next(r), r.__length_hint__(), list(r), r.__length_hint__())

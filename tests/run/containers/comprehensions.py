# List, dict, set comprehensions and generator expressions.
print([x * x for x in range(5)], [x for x in range(10) if x % 2 if x % 3], [(x, y) for x in range(3) for y in range(x)], [[i * j for j in range(3)] for i in range(2)], {x: x * x for x in range(3)}, {x % 2 for x in range(5)}, {k: v for k, v in zip("ab", [1, 2])}, [a + b for a, b in [(1, 2), (3, 4)]], [x for row in [[1, 2], [3]] for x in row], [x if x > 1 else -x for x in range(4)])
print(sum(x for x in range(5)), max(len(w) for w in ["a", "bbb"]), list(x + 1 for x in [1, 2]), tuple(c for c in "ab"), ",".join(str(i) for i in range(3)), any(x == 2 for x in range(3)), sorted(x % 3 for x in range(5)), dict((k, 1) for k in "ab"), set(c for c in "aab") == {"a", "b"})
x = "outer"
print([x for x in range(3)], x, {x for x in (1,)}, x, [y for x in (1, 2) for y in (x, -x)], x)
g = (print("run", i) or i for i in range(2))
print("made")
print(next(g), next(g), next(g, "end"), next(g, "still"))
def outer(n):
    return [lambda: i + n for i in range(3)]
print([f() for f in outer(10)])
data = [1, 2, 3]
gen = (v * 2 for v in data)
data.append(4)
print(list(gen), list(gen))
gen = (v for v in data)
data = ["rebound"]
print(list(gen))
factor = 2
gen = (v * factor for v in [1, 2])
factor = 10
print(list(gen))
try:
    (v for v in 5)
except TypeError as e:
    print(e)
gen = (1 // v for v in [1, 0])
print(next(gen))
try:
    next(gen)
except ZeroDivisionError as e:
    print(e, list(gen))
print([y := 5, y ** 2], y, [last := i for i in range(4)], last, [z for i in range(6) if (z := i * i) > 5], z)
print([(a, b, c) for a in range(1, 20) for b in range(a, 20) for c in range(b, 20) if a * a + b * b == c * c])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [*zip(*matrix)], {(i, j): v for i, row in enumerate(matrix) for j, v in enumerate(row) if v % 2})

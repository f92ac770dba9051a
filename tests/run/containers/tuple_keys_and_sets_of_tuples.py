pts = {(0, 0), (1, 2), (1, 2)}
pts.add((3, 4))
print(len(pts), (1, 2) in pts, (2, 1) in pts, sorted(pts), max(pts), sum(x for x, _ in pts))
visited = set()
path = []
x = y = 0
for move in "RRULLDRU":
    dx, dy = {"R": (1, 0), "L": (-1, 0), "U": (0, 1), "D": (0, -1)}[move]
    x, y = x + dx, y + dy
    if (x, y) in visited:
        path.append("again")
    visited.add((x, y))
    path.append((x, y))
print(path, sorted(visited))
d = {("a", 1): "x", ("a", (2, 3)): "y"}
print(d["a", 1], d["a", (2, 3)], ("a", 2) in d, {frozenset({1}): 1}[frozenset([1])])

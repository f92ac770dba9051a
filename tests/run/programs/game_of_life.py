# Conway's game of life on a set of cells and on a torus of lists.
def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    p = (x + dx, y + dy)
                    counts[p] = counts.get(p, 0) + 1
    return {p for p, n in counts.items() if n == 3 or n == 2 and p in cells}

def show(cells, w, h):
    for y in range(h):
        print("".join("#" if (x, y) in cells else "." for x in range(w)))
    print()

glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for gen in range(5):
    if gen % 2 == 0:
        show(glider, 6, 6)
    glider = step(glider)

def step_grid(g):
    h, w = len(g), len(g[0])
    new = [[0] * w for _ in range(h)]
    for r in range(h):
        for c in range(w):
            n = sum(g[(r + i) % h][(c + j) % w] for i in (-1, 0, 1) for j in (-1, 0, 1) if (i, j) != (0, 0))
            new[r][c] = int(n == 3 or (n == 2 and g[r][c]))
    return new

grid = [[0] * 8 for _ in range(8)]
for r, c in [(2, 3), (3, 3), (4, 3), (6, 6), (6, 7), (7, 6), (7, 7)]:
    grid[r][c] = 1
for _ in range(3):
    print("\n".join("".join(".O"[v] for v in row) for row in grid), "\n")
    grid = step_grid(grid)
print(sum(map(sum, grid)))

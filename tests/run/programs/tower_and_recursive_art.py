def hanoi(n, source="A", target="C", spare="B"):
    if n == 1:
        print(f"{source}->{target}", end=" ")
        return 1
    return hanoi(n - 1, source, spare, target) + hanoi(1, source, target, spare) + hanoi(n - 1, spare, target, source)
print(hanoi(3))
def sierpinski(n):
    if n == 0:
        return ["*"]
    s = sierpinski(n - 1)
    pad = " " * 2 ** (n - 1)
    return [pad + r + pad for r in s] + [r + " " + r for r in s]
print("\n".join(r.rstrip() for r in sierpinski(3)))
def koch(s, n):
    for _ in range(n):
        s = s.replace("F", "F+F--F+F")
    return s
print(koch("F", 2), len(koch("F", 4)))
def cantor(w, n):
    rows = ["#" * w]
    for _ in range(n):
        rows.append("".join(rows[-1][i:i + 1] for i in range(w)))
        k = len(rows) - 1
        step = w // 3 ** k
        rows[-1] = "".join("#" if all((i // (w // 3 ** j)) % 3 != 1 for j in range(1, k + 1)) else " " for i in range(w))
    return rows
print("\n".join(r.rstrip() for r in cantor(27, 3)))
for y in range(-6, 7):
    line = ""
    for x in range(-20, 9):
        z, c, n = 0j, complex(x / 10, y / 5), 0
        while abs(z) <= 2 and n < 20:
            z = z * z + c
            n += 1
        line += " .:-=+*#%@"[min(n // 2, 9)]
    print(line.rstrip())
def spiral(n):
    g = [[0] * n for _ in range(n)]
    r = c = 0
    dr, dc = 0, 1
    for k in range(1, n * n + 1):
        g[r][c] = k
        if not (0 <= r + dr < n and 0 <= c + dc < n and g[r + dr][c + dc] == 0):
            dr, dc = dc, -dr
        r, c = r + dr, c + dc
    return g
for row in spiral(4):
    print(" ".join(f"{v:2}" for v in row))
def magic(n):
    g = [[0] * n for _ in range(n)]
    r, c = 0, n // 2
    for k in range(1, n * n + 1):
        g[r][c] = k
        nr, nc = (r - 1) % n, (c + 1) % n
        if g[nr][nc]:
            nr, nc = (r + 1) % n, c
        r, c = nr, nc
    return g
m = magic(5)
print(m[0], {sum(r) for r in m} | {sum(c) for c in zip(*m)} | {sum(m[i][i] for i in range(5))})

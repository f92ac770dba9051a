def solve(n):
    solutions = []
    cols, d1, d2 = set(), set(), set()
    board = []

    def place(r):
        if r == n:
            solutions.append(board[:])
            return
        for c in range(n):
            if c in cols or r + c in d1 or r - c in d2:
                continue
            cols.add(c); d1.add(r + c); d2.add(r - c)
            board.append(c)
            place(r + 1)
            board.pop()
            cols.remove(c); d1.remove(r + c); d2.remove(r - c)

    place(0)
    return solutions

for n in range(1, 8):
    s = solve(n)
    print(n, len(s), s[0] if s else None)
for row in solve(6)[0]:
    print(". " * row + "Q " + ". " * (5 - row))
def bits(n, cols=0, l=0, r=0):
    full = (1 << n) - 1
    if cols == full:
        return 1
    total = 0
    free = full & ~(cols | l | r)
    while free:
        b = free & -free
        free ^= b
        total += bits(n, cols | b, (l | b) << 1, (r | b) >> 1)
    return total
print([bits(n) for n in range(1, 9)])

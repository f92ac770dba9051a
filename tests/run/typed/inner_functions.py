def outer(n):
    memo = {}
    def fib(k):
        if k < 2:
            return k
        if k in memo:
            return memo[k]
        r = fib(k - 1) + fib(k - 2)
        memo[k] = r
        return r
    def double(x):
        return 2 * x
    total = 0
    def bump(d):
        nonlocal total
        total += d
    for i in range(3):
        bump(i)
    return fib(n), double(n), double(x=3), total
print(outer(50))
def solve(grid):
    rows, cols = len(grid), len(grid[0])
    seen = set()
    def dfs(r, c):
        if r < 0 or c < 0 or r >= rows or c >= cols or grid[r][c] == "0" or (r, c) in seen:
            return 0
        seen.add((r, c))
        return 1 + dfs(r + 1, c) + dfs(r - 1, c) + dfs(r, c + 1) + dfs(r, c - 1)
    best = 0
    for r in range(rows):
        for c in range(cols):
            best = max(best, dfs(r, c))
    return best
print(solve(["1101", "1001", "0111"]))
def perms(xs):
    out = []
    def go(path, rest):
        if not rest:
            out.append(path[:])
            return
        for i in range(len(rest)):
            path.append(rest[i])
            go(path, rest[:i] + rest[i + 1:])
            path.pop()
    go([], xs)
    return out
print(perms([1, 2, 3]))
def early(flag):
    if flag:
        def h(): return 1
    try:
        return h()
    except NameError as e:
        return type(e).__name__
print(early(True), early(False))
def deep(n):
    def down(k):
        return 0 if k == 0 else 1 + down(k - 1)
    return down(n)
print(deep(500))
try:
    deep(10 ** 6)
except RecursionError as e:
    print("RecursionError", e)
def queens(n):
    res = []
    cols, d1, d2 = set(), set(), set()
    def place(r, board):
        if r == n:
            res.append(board)
            return
        for c in range(n):
            if c in cols or r - c in d1 or r + c in d2:
                continue
            cols.add(c); d1.add(r - c); d2.add(r + c)
            place(r + 1, board + [c])
            cols.remove(c); d1.remove(r - c); d2.remove(r + c)
    place(0, [])
    return len(res), res[0]
print(queens(6))

from functools import lru_cache

def knapsack(items, cap):
    dp = [[0] * (cap + 1) for _ in range(len(items) + 1)]
    for i, (w, v) in enumerate(items, 1):
        for c in range(cap + 1):
            dp[i][c] = dp[i - 1][c]
            if w <= c:
                dp[i][c] = max(dp[i][c], dp[i - 1][c - w] + v)
    chosen, c = [], cap
    for i in range(len(items), 0, -1):
        if dp[i][c] != dp[i - 1][c]:
            chosen.append(i - 1)
            c -= items[i - 1][0]
    return dp[-1][-1], chosen[::-1]

def lcs(a, b):
    m = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            m[i + 1][j + 1] = m[i][j] + x if x == y else max(m[i + 1][j], m[i][j + 1], key=len)
    return m[-1][-1]

def edit(a, b):
    prev = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        cur = [i]
        for j, cb in enumerate(b, 1):
            cur.append(min(prev[j] + 1, cur[j - 1] + 1, prev[j - 1] + (ca != cb)))
        prev = cur
    return prev[-1]

def coins(amount, kinds):
    ways = [1] + [0] * amount
    fewest = [0] + [None] * amount
    for k in kinds:
        for a in range(k, amount + 1):
            ways[a] += ways[a - k]
    for a in range(1, amount + 1):
        options = [fewest[a - k] for k in kinds if k <= a and fewest[a - k] is not None]
        fewest[a] = min(options) + 1 if options else None
    return ways[amount], fewest[amount]

@lru_cache(maxsize=None)
def partitions(n, m=None):
    if m is None:
        m = n
    if n == 0:
        return 1
    return sum(partitions(n - k, k) for k in range(1, min(n, m) + 1))

def max_sub(xs):
    best = cur = xs[0]
    lo = hi = start = 0
    for i, x in enumerate(xs[1:], 1):
        if cur < 0:
            cur, start = 0, i
        cur += x
        if cur > best:
            best, lo, hi = cur, start, i
    return best, xs[lo:hi + 1]

def word_break(s, words, memo={}):
    if not s:
        return [[]]
    if s not in memo:
        memo[s] = [[w] + rest for w in words if s.startswith(w) for rest in word_break(s[len(w):], words)]
    return memo[s]

print(knapsack([(12, 4), (2, 2), (1, 1), (4, 10), (1, 2)], 15))
print(lcs("AGGTABQ", "GXTXAYBQ"), edit("kitten", "sitting"), edit("", "abc"), edit("same", "same"))
print(coins(100, (1, 5, 10, 25, 50)), coins(11, (2, 5)), coins(3, (2,)))
print([partitions(n) for n in range(15)], partitions(60))
print(max_sub([-2, 1, -3, 4, -1, 2, 1, -5, 4]), max_sub([-3, -1, -2]))
print(word_break("catsanddog", ("cat", "cats", "and", "sand", "dog")))
grid = [[1, 3, 1], [1, 5, 1], [4, 2, 1]]
for r in range(3):
    for c in range(3):
        if r or c:
            grid[r][c] += min(grid[r - 1][c] if r else 10 ** 9, grid[r][c - 1] if c else 10 ** 9)
print(grid)

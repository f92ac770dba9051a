# Recursion: direct, mutual, deep, through closures and data.
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
def hanoi(n, a, b, c, moves):
    if n:
        hanoi(n - 1, a, c, b, moves)
        moves.append(a + c)
        hanoi(n - 1, b, a, c, moves)
def perms(xs):
    return [[]] if not xs else [[x] + p for i, x in enumerate(xs) for p in perms(xs[:i] + xs[i + 1:])]
def flatten(x):
    return [y for e in x for y in flatten(e)] if isinstance(x, (list, tuple)) else [x]
def ack(m, n):
    if m == 0:
        return n + 1
    return ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
moves = []
hanoi(4, "A", "B", "C", moves)
print(fact(30), len(moves), moves[:5], len(perms([1, 2, 3, 4])), perms("ab" and [1, 2]), flatten([1, [2, (3, [4, []]), 5]]), ack(2, 3), depth(900))
def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)
def power(b, e):
    if e == 0:
        return 1
    h = power(b, e // 2)
    return h * h * (b if e % 2 else 1)
def subsets(s):
    return [()] if not s else (lambda r: r + [(s[0],) + x for x in r])(subsets(s[1:]))
def collatz(n, steps=0):
    return steps if n == 1 else collatz(3 * n + 1 if n % 2 else n // 2, steps + 1)
print(gcd(1071, 462), power(3, 100), subsets((1, 2, 3)), collatz(27))
def tree(n):
    return None if n == 0 else {"l": tree(n - 1), "r": tree(n - 2) if n > 1 else None, "v": n}
def total(t):
    return 0 if t is None else t["v"] + total(t["l"]) + total(t["r"])
print(total(tree(8)))
def local(n):
    def go(k, acc):
        return acc if k == 0 else go(k - 1, acc + k)
    return go(n, 0)
print(local(500))
fix = lambda f: (lambda x: x(x))(lambda y: f(lambda v: y(y)(v)))
print(fix(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(10))

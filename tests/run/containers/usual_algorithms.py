# Algorithms of the usual kind over lists, dicts and sets.
import random


def bfs(graph, start):
    seen, queue, order = {start}, [start], []
    while queue:
        node = queue.pop(0)
        order.append(node)
        for n in graph.get(node, ()):
            if n not in seen:
                seen.add(n)
                queue.append(n)
    return order


g = {"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "d": [], "e": ["a"]}
print(bfs(g, "a"))


def lcs(x, y):
    dp = [[0] * (len(y) + 1) for _ in range(len(x) + 1)]
    for i, a in enumerate(x):
        for j, b in enumerate(y):
            dp[i + 1][j + 1] = dp[i][j] + 1 if a == b else max(dp[i][j + 1], dp[i + 1][j])
    out, i, j = [], len(x), len(y)
    while i and j:
        if x[i - 1] == y[j - 1]:
            out.append(x[i - 1])
            i, j = i - 1, j - 1
        elif dp[i - 1][j] >= dp[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return "".join(reversed(out))


print(lcs("the quick brown fox", "a quack brow on fix"))
words = "the cat sat on the mat the end of the cat".split()
count = {}
for w in words:
    count[w] = count.get(w, 0) + 1
print(sorted(count.items(), key=lambda kv: (-kv[1], kv[0])), max(count, key=count.get))
groups = {}
for w in words:
    groups.setdefault(len(w), set()).add(w)
print({k: sorted(v) for k, v in sorted(groups.items())})


class Node:
    def __init__(self, v, children=()):
        self.v, self.children = v, list(children)

    def walk(self):
        out = [self.v]
        for c in self.children:
            out.extend(c.walk())
        return out


t = Node(1, [Node(2, [Node(3)]), Node(4)])
print(t.walk(), sum(t.walk()))


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    def __matmul__(self, o):
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])

    def __eq__(self, o):
        return self.rows == o.rows

    def __repr__(self):
        return "Matrix(%r)" % self.rows

    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]


m = Matrix([(1, 2), (3, 4)])
print(m @ m, m[1, 0], m == Matrix([[1, 2], [3, 4]]), m @ m == m)


class LRU:
    def __init__(self, n):
        self.n, self.d = n, {}

    def get(self, k):
        if k not in self.d:
            return -1
        v = self.d.pop(k)
        self.d[k] = v
        return v

    def put(self, k, v):
        self.d.pop(k, None)
        self.d[k] = v
        if len(self.d) > self.n:
            del self.d[next(iter(self.d))]


c = LRU(2)
c.put(1, 1)
c.put(2, 2)
print(c.get(1))
c.put(3, 3)
print(c.get(2), c.d)
random.seed(5)
xs = [random.randint(0, 99) for _ in range(50)]


def quick(a):
    return a if len(a) < 2 else quick([x for x in a[1:] if x < a[0]]) + [a[0]] + quick([x for x in a[1:] if x >= a[0]])


def merge(a):
    if len(a) < 2:
        return a
    l, r = merge(a[: len(a) // 2]), merge(a[len(a) // 2 :])
    out = []
    while l and r:
        out.append(l.pop(0) if l[0] <= r[0] else r.pop(0))
    return out + l + r


def heap(a):
    import heapq

    h = list(a)
    heapq.heapify(h)
    return [heapq.heappop(h) for _ in range(len(h))]


print(quick(xs) == merge(xs) == heap(xs) == sorted(xs), xs[:10])
primes = [True] * 100
primes[0:2] = [False, False]
for i in range(2, 10):
    if primes[i]:
        primes[i * i :: i] = [False] * len(primes[i * i :: i])
print([i for i, p in enumerate(primes) if p])


def perms(xs):
    if not xs:
        return [[]]
    return [[x] + p for i, x in enumerate(xs) for p in perms(xs[:i] + xs[i + 1 :])]


print(perms([1, 2, 3]), len(set(map(tuple, perms("abcd")))))
grid = [list("..#"), list("#.."), list("...")]
print("\n".join("".join(r) for r in zip(*grid[::-1])))
inv = {v: k for k, v in {"a": 1, "b": 2}.items()}
print(inv, dict(sorted(inv.items(), reverse=True)), {**inv, 3: "c"}, list(inv)[-1])
memo = {}


def fib(n):
    if n in memo:
        return memo[n]
    memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]


print(fib(90), len(memo))
stack = []
for tok in "3 4 + 2 * 7 /".split():
    if tok.isdigit():
        stack.append(int(tok))
    else:
        b, a = stack.pop(), stack.pop()
        stack.append({"+": a + b, "-": a - b, "*": a * b, "/": a / b}[tok])
print(stack)
print([[j for j in range(i)] for i in range(4)], {i: [j for j in range(i) if j % 2] for i in range(5)}, {(i, j) for i in range(2) for j in range(2)} == {(0, 0), (0, 1), (1, 0), (1, 1)})
first, *rest = [1, 2, 3]
print(first, rest, [*rest, first], (*rest,), {*rest, *"a"} == {2, 3, "a"})
nested = {"a": {"b": [1, {"c": (2, 3)}]}}
print(nested["a"]["b"][1]["c"][0])
nested["a"]["b"][1]["c"] += (4,)
nested["a"].update(z=1)
print(nested)
ints = set(random.sample(range(10**6), 200))
print(list(ints)[:20], sum(ints))
s = set()
for i in range(3000):
    s.add(i * 7919 % 10007)
    if i % 3 == 0:
        s.discard((i // 2) * 7919 % 10007)
print(len(s), list(s)[:10], hash(frozenset(s)))
d = {}
for i in range(3000):
    d[i * 7919 % 10007] = i
    if i % 3 == 0:
        d.pop((i // 2) * 7919 % 10007, None)
print(len(d), list(d.items())[:5], list(d.items())[-3:])

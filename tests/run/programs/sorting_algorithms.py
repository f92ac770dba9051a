def bubble(a):
    a = a[:]
    for i in range(len(a)):
        swapped = False
        for j in range(len(a) - i - 1):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
                swapped = True
        if not swapped:
            break
    return a

def insertion(a):
    a = list(a)
    for i in range(1, len(a)):
        x, j = a[i], i - 1
        while j >= 0 and a[j] > x:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = x
    return a

def selection(a):
    a, out = a.copy(), []
    while a:
        m = min(a)
        a.remove(m)
        out.append(m)
    return out

def merge_sort(a):
    if len(a) <= 1:
        return a
    mid = len(a) // 2
    l, r = merge_sort(a[:mid]), merge_sort(a[mid:])
    out, i, j = [], 0, 0
    while i < len(l) and j < len(r):
        if l[i] <= r[j]:
            out.append(l[i]); i += 1
        else:
            out.append(r[j]); j += 1
    return out + l[i:] + r[j:]

def quick(a):
    if not a:
        return []
    p, *rest = a
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])

def heap(a):
    a = a[:]
    n = len(a)
    def down(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and a[c + 1] > a[c]:
                c += 1
            if a[i] >= a[c]:
                return
            a[i], a[c] = a[c], a[i]
            i = c
    for i in range(n // 2 - 1, -1, -1):
        down(i, n)
    for end in range(n - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        down(0, end)
    return a

def quick_in_place(a, lo=0, hi=None):
    if hi is None:
        a = list(a)
        quick_in_place(a, 0, len(a) - 1)
        return a
    if lo < hi:
        p, i = a[hi], lo
        for j in range(lo, hi):
            if a[j] < p:
                a[i], a[j] = a[j], a[i]
                i += 1
        a[i], a[hi] = a[hi], a[i]
        quick_in_place(a, lo, i - 1)
        quick_in_place(a, i + 1, hi)

def counting(a):
    if not a:
        return []
    lo = min(a)
    c = [0] * (max(a) - lo + 1)
    for x in a:
        c[x - lo] += 1
    return [i + lo for i, n in enumerate(c) for _ in range(n)]

def radix(a):
    shift = 10
    neg, pos = [-x for x in a if x < 0], [x for x in a if x >= 0]
    def go(xs):
        base = 1
        while any(x // base for x in xs):
            buckets = [[] for _ in range(shift)]
            for x in xs:
                buckets[x // base % shift].append(x)
            xs = [x for b in buckets for x in b]
            base *= shift
        return xs
    return [-x for x in reversed(go(neg))] + go(pos)

seed = 12345
def rand():
    global seed
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return seed
inputs = [[], [1], [2, 1], [3, 3, 3], list(range(20)), list(range(20, 0, -1)), [rand() % 100 - 50 for _ in range(60)]]
for f in (bubble, insertion, selection, merge_sort, quick, heap, quick_in_place, counting, radix):
    print(f.__name__, all(f(list(i)) == sorted(i) for i in inputs), f([5, -2, 9, 0])[:3])
print(inputs[-1][:10], merge_sort(["pear", "fig", "apple"]), heap([2.5, 1.5]), quick("hello"))

from collections import deque
import heapq
import bisect

def merge(iv):
    out = []
    for s, e in sorted(iv):
        if out and s <= out[-1][1]:
            out[-1][1] = max(out[-1][1], e)
        else:
            out.append([s, e])
    return out

def rooms(iv):
    ends = []
    for s, e in sorted(iv):
        if ends and ends[0] <= s:
            heapq.heapreplace(ends, e)
        else:
            heapq.heappush(ends, e)
    return len(ends)

def window_max(xs, k):
    q, out = deque(), []
    for i, x in enumerate(xs):
        while q and xs[q[-1]] <= x:
            q.pop()
        q.append(i)
        if q[0] <= i - k:
            q.popleft()
        if i >= k - 1:
            out.append(xs[q[0]])
    return out

class MedianFinder:
    def __init__(self): self.lo, self.hi = [], []
    def add(self, x):
        heapq.heappush(self.hi, -heapq.heappushpop(self.lo, -x))
        if len(self.hi) > len(self.lo):
            heapq.heappush(self.lo, -heapq.heappop(self.hi))
        return self
    @property
    def median(self): return -self.lo[0] if len(self.lo) > len(self.hi) else (self.hi[0] - self.lo[0]) / 2

class Timeline:
    def __init__(self): self.keys, self.vals = [], []
    def set(self, t, v):
        i = bisect.bisect_left(self.keys, t)
        if i < len(self.keys) and self.keys[i] == t:
            self.vals[i] = v
        else:
            self.keys.insert(i, t); self.vals.insert(i, v)
    def get(self, t):
        i = bisect.bisect_right(self.keys, t)
        if not i:
            raise LookupError(t)
        return self.vals[i - 1]

def josephus(n, k):
    q = deque(range(1, n + 1))
    out = []
    while q:
        q.rotate(1 - k)
        out.append(q.popleft())
    return out

def rain(h):
    l, r, ml, mr, total = 0, len(h) - 1, 0, 0, 0
    while l < r:
        if h[l] < h[r]:
            ml = max(ml, h[l]); total += ml - h[l]; l += 1
        else:
            mr = max(mr, h[r]); total += mr - h[r]; r -= 1
    return total

def next_greater(xs):
    out, stack = [-1] * len(xs), []
    for i, x in enumerate(xs):
        while stack and xs[stack[-1]] < x:
            out[stack.pop()] = x
        stack.append(i)
    return out

print(merge([(1, 3), (2, 6), (8, 10), (15, 18), (17, 20)]), merge([]), rooms([(0, 30), (5, 10), (15, 20), (10, 15)]))
print(window_max([1, 3, -1, -3, 5, 3, 6, 7], 3), josephus(7, 3), rain([0, 1, 0, 2, 1, 0, 1, 3, 2, 1, 2, 1]), next_greater([2, 1, 2, 4, 3]))
m = MedianFinder()
print([m.add(x).median for x in (5, 2, 8, 1, 9, 9)])
t = Timeline()
for k, v in ((10, "a"), (5, "b"), (20, "c"), (10, "A")):
    t.set(k, v)
print([t.get(x) for x in (5, 9, 10, 15, 100)], t.keys)
try:
    t.get(1)
except LookupError as e:
    print("nothing before", e)

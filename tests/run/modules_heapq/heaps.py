# heapq: push, pop, heapify, replace, merge, nlargest.
import heapq
h = []
for v in (5, 1, 8, 3, 2, 9, 1):
    heapq.heappush(h, v)
    print(h)
print([heapq.heappop(h) for _ in range(3)], h, heapq.heappushpop(h, 0), heapq.heappushpop(h, 100), heapq.heapreplace(h, 4), h)
xs = [9, 7, 5, 3, 1, 8, 6]
heapq.heapify(xs)
print(xs, heapq.nlargest(3, xs), heapq.nsmallest(2, xs), heapq.nlargest(2, ["aaa", "b", "cc"], key=len), heapq.nsmallest(10, [2, 1]), heapq.nlargest(0, [1]), heapq.nsmallest(1, [3, 2]), heapq.nlargest(1, []))
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9])), list(heapq.merge([9, 3], [8, 1], reverse=True)), list(heapq.merge(["b", "CC"], ["a", "dd"], key=str.lower)))
tasks = []
for n, (prio, name) in enumerate([(2, "write"), (1, "plan"), (2, "test"), (0, "think")]):
    heapq.heappush(tasks, (prio, n, name))
while tasks:
    print(heapq.heappop(tasks)[2], end=" ")
print()
def dijkstra(g, s):
    dist, q = {s: 0}, [(0, s)]
    while q:
        d, u = heapq.heappop(q)
        if d > dist[u]:
            continue
        for v, w in g[u].items():
            if d + w < dist.get(v, float("inf")):
                dist[v] = d + w
                heapq.heappush(q, (d + w, v))
    return dist
print(dijkstra({"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}, "a"))
for f in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush([1], "a"), lambda: heapq.heapify((1, 2)), lambda: heapq.heappush(5, 1)):
    try:
        print(f())
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)

from collections import deque, defaultdict
import heapq

edges = [("A", "B", 4), ("A", "C", 2), ("B", "C", 1), ("B", "D", 5), ("C", "D", 8), ("C", "E", 10), ("D", "E", 2), ("D", "F", 6), ("E", "F", 3), ("X", "Y", 1)]
graph = defaultdict(dict)
for u, v, w in edges:
    graph[u][v] = w
    graph[v][u] = w

def bfs(start):
    seen, order, q = {start}, [], deque([start])
    while q:
        n = q.popleft()
        order.append(n)
        for m in sorted(graph[n]):
            if m not in seen:
                seen.add(m)
                q.append(m)
    return order

def dfs(n, seen=None):
    seen = seen if seen is not None else []
    seen.append(n)
    for m in sorted(graph[n]):
        if m not in seen:
            dfs(m, seen)
    return seen

def dijkstra(start, goal):
    heap, best, prev = [(0, start)], {start: 0}, {}
    while heap:
        d, n = heapq.heappop(heap)
        if n == goal:
            path = [n]
            while path[-1] in prev:
                path.append(prev[path[-1]])
            return d, path[::-1]
        if d > best[n]:
            continue
        for m, w in graph[n].items():
            if d + w < best.get(m, float("inf")):
                best[m], prev[m] = d + w, n
                heapq.heappush(heap, (d + w, m))
    return None

def kruskal():
    parent = {n: n for n in graph}
    def find(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x
    tree = []
    for w, u, v in sorted((w, u, v) for u, v, w in edges):
        a, b = find(u), find(v)
        if a != b:
            parent[a] = b
            tree.append((u, v, w))
    return tree

def topo(deps):
    indeg = {n: 0 for n in deps}
    for n, ds in deps.items():
        for d in ds:
            indeg.setdefault(d, 0)
    out, state = [], {}
    def visit(n):
        if state.get(n) == 1:
            raise ValueError(f"cycle at {n}")
        if state.get(n) == 2:
            return
        state[n] = 1
        for d in deps.get(n, []):
            visit(d)
        state[n] = 2
        out.append(n)
    for n in sorted(indeg):
        visit(n)
    return out

print(bfs("A"), dfs("A"), bfs("X"))
print(dijkstra("A", "F"), dijkstra("F", "A"), dijkstra("A", "X"))
print(kruskal(), sum(w for *_, w in kruskal()))
print(topo({"shirt": ["tie"], "tie": ["jacket"], "pants": ["shoes", "belt"], "belt": ["jacket"], "socks": ["shoes"]}))
try:
    topo({"a": ["b"], "b": ["c"], "c": ["a"]})
except ValueError as e:
    print(e)
INF = float("inf")
names = sorted(graph)
dist = {a: {b: 0 if a == b else graph[a].get(b, INF) for b in names} for a in names}
for k in names:
    for i in names:
        for j in names:
            dist[i][j] = min(dist[i][j], dist[i][k] + dist[k][j])
for i in names:
    print(i, *(f"{dist[i][j]:>4}" for j in names))
seen, comps = set(), []
for n in sorted(graph):
    if n not in seen:
        c = bfs(n)
        seen |= set(c)
        comps.append(c)
print(len(comps), comps)

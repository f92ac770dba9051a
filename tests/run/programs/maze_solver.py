from collections import deque
MAZE = """
#########
#S..#...#
#.#.#.#.#
#.#...#.#
#.#####.#
#...#..E#
#########
"""
grid = [list(row) for row in MAZE.strip().split("\n")]

def find(ch):
    for r, row in enumerate(grid):
        if ch in row:
            return r, row.index(ch)
    raise LookupError(ch)

def neighbours(r, c):
    for_now = []
    for dr, dc, name in ((0, 1, "R"), (1, 0, "D"), (0, -1, "L"), (-1, 0, "U")):
        if grid[r + dr][c + dc] != "#":
            for_now.append(((r + dr, c + dc), name))
    return for_now

def bfs(start, goal):
    prev = {start: None}
    q = deque([start])
    while q:
        cur = q.popleft()
        if cur == goal:
            steps = []
            while prev[cur]:
                cur, name = prev[cur]
                steps.append(name)
            return "".join(reversed(steps)), len(prev)
        for nxt, name in neighbours(*cur):
            if nxt not in prev:
                prev[nxt] = (cur, name)
                q.append(nxt)
    return None, len(prev)

def flood(pos, seen):
    if pos in seen:
        return seen
    seen.add(pos)
    for nxt, _ in neighbours(*pos):
        flood(nxt, seen)
    return seen

s, e = find("S"), find("E")
path, visited = bfs(s, e)
print(s, e, path, len(path), visited, len(flood(s, set())))
r, c = s
for step in path[:-1]:
    dr, dc = {"R": (0, 1), "L": (0, -1), "U": (-1, 0), "D": (1, 0)}[step]
    r, c = r + dr, c + dc
    grid[r][c] = "*"
print("\n".join(map("".join, grid)))
grid[5][7] = "#"
print(bfs(s, (5, 7)))
try:
    find("Z")
except LookupError as x:
    print("no", x)

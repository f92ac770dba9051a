grid = [["." for _ in range(4)] for _ in range(3)]
grid[1][2] = "X"
grid[0][-1] = "Y"
for row in grid:
    print("".join(row))
data = {"a": [1, {"b": (2, [3])}]}
data["a"][1]["b"][1].append(4)
data["a"][0] += 10
data.setdefault("c", {}).setdefault("d", []).append("deep")
print(data, data["c"]["d"][0][1:], len(data["a"][1]["b"]))
m = {(i, j): i * j for i in range(3) for j in range(3)}
m[1, 1] += 100
print(m[1, 1], m[(2, 2)], sum(m.values()), max(m, key=m.get))
lists = [[]] * 3
lists[0].append(1)
lists[1] = [2]
print(lists)
t = ([1], [2])
t[0].extend([5])
for l in t:
    l.append(0)
print(t)

# slice objects as values and as keys of user classes.
class Grid:
    def __getitem__(self, key):
        return key
    def __setitem__(self, key, value):
        print("set", key, value)
    def __delitem__(self, key):
        print("del", key)
g = Grid()
print(g[1], g[1:2], g[1:2:3], g[:], g[::2], g[1, 2], g[1:2, ::3], g[...], g["k"], g[(1,)], g[1,], g[None:5], g[-1], g[1:2, 3], g[lambda: 0] is not None)
g[1:2] = 3
g[0, 0] = 1
g[...] = 2
del g[5], g[1:], g["a", "b"]
s = slice(2, 8, 2)
print(s, s.start, s.stop, s.step, list(range(10))[s], "abcdefghij"[s], s.indices(5), s == slice(2, 8, 2), slice(1) == slice(0, 1), slice(1, 2) < slice(1, 3))
for f in (lambda: hash(slice(1)), lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(1, 2, 0).indices(3), lambda: slice(1, 2).indices(-1), lambda: slice("a").indices(3)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
g[0] = g[1:2]
class Index:
    def __index__(self):
        return 2
i = Index()
print([10, 20, 30][i], [10, 20, 30, 40][i:], "abc"[i], range(5)[i], [0] * i, hex(i), 1 << 2, bytes(i), (1, 2, 3)[:i], list(range(i)), int(i), chr(i) == "\x02")

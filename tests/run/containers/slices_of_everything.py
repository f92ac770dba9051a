for s in ("abcdef", [1, 2, 3, 4, 5, 6], (1, 2, 3, 4, 5, 6), b"abcdef", range(6)):
    print(s[1:3], s[:-1], s[-2:], s[::2], s[::-1], s[4:1:-1], s[1::3], s[:0], s[10:], s[-10:2], s[None:None], s[True:3])
xs = list(range(8))
for a, b, c in ((0, 3, 1), (None, None, -2), (-3, None, None), (6, 1, -2), (5, 5, 1), (3, 1, 1)):
    print((a, b, c), xs[a:b:c], len(xs[a:b:c]), slice(a, b, c).indices(8))

d = {}
for i in range(50):
    d[i * i % 17] = i
print(d, len(d))
d[2 ** 70] = "big"
d[-1] = "minus one"
d[-2] = "minus two"
d[True] = "one"
d[2.0] = "two"
print(d[1], d[2], d[2 ** 70], d[-1], d[-2], 1.0 in d, 1.5 in d, list(d)[-3:])
for k in list(d):
    if isinstance(k, int) and k % 2:
        del d[k]
print(d)
print({1: "a", 1.0: "b", True: "c"}, {0: "z", False: "f"}, len({0.0, -0.0, 0, False}))

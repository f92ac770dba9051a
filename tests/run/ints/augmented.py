# Augmented assignment on names, items, attributes and slices.
class Box:
    pass
x = 10
x += 5; x -= 3; x *= 4; x //= 5; x %= 7; x **= 5; x <<= 2; x >>= 1; x |= 1; x &= 0xff; x ^= 3
print(x)
x /= 2
print(x)
xs = [1, 2, 3]
xs[0] += 10
xs[-1] *= 2
xs[1:2] += [7, 8]
print(xs)
d = {"a": 1}
d["a"] += 1
d["a"] **= 10
print(d)
b = Box()
b.n = 5
b.n -= 7
print(b.n)
calls = []
def index():
    calls.append("index")
    return 0
def get():
    calls.append("get")
    return xs
get()[index()] += 1
print(xs, calls)
try:
    y += 1
except NameError as e:
    print(e)
try:
    d["zz"] += 1
except KeyError as e:
    print("KeyError", e)
s = "ab"
t = s
s += "c"
s *= 2
print(s, t)

# Containers that contain themselves print with dots.
a = [1]
a.append(a)
print(a, repr(a), str([a]), len(a), a[1][1][0], a is a[1])
d = {"k": 1}
d["self"] = d
print(d, d["self"]["self"]["k"])
t = ([],)
t[0].append(t)
print(t)
b = [a, d]
b.append(b)
print(b)
x, y = [], []
x.append(y)
y.append(x)
print(x, y)
class C:
    def __init__(self):
        self.items = [self]
    def __repr__(self):
        return f"C({self.items and len(self.items)})"
print(C(), [C()], a == a, a != a, a in a)
shared = [0]
print([shared, shared, (shared, shared)], {"a": shared, "b": shared})
try:
    print([1, a] == [1, [1, a]])
except RecursionError as e:
    print("RecursionError")

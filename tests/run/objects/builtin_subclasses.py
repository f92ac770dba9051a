# Subclasses of int, str, list, dict, float, tuple and exceptions.
class MyInt(int):
    def __add__(self, o): return MyInt(int(self) + int(o) + 100)
    def double(self): return self * 2
i = MyInt(5)
print(i, i + 1, i - 1, i.double(), type(i + 1).__name__, type(i - 1).__name__, isinstance(i, int), i == 5, hash(i) == hash(5), [10, 20, 30, 40, 50, 60][i], f"{i:03}", {5: "x"}[i])
class Up(str):
    def __new__(cls, v): return super().__new__(cls, v.upper())
    def shout(self): return self + "!"
u = Up("abc")
print(u, u.shout(), type(u.shout()).__name__, u == "ABC", len(u), u[0], u.lower(), {"ABC": 1}[u], repr(u), "-".join([u, u]), isinstance(u, str))
class Stack(list):
    def push(self, x): self.append(x)
    def peek(self): return self[-1]
    def __repr__(self): return f"Stack({super().__repr__()})"
s = Stack([1, 2])
s.push(3)
print(s, s.peek(), len(s), s[:2], type(s[:2]).__name__, s + [4], s == [1, 2, 3], sorted(s), 2 in s, s.pop(), isinstance(s, list), list(s), [*s])
class D(dict):
    def __getitem__(self, k): return super().__getitem__(k) * 10
    def __setitem__(self, k, v):
        print("set", k)
        super().__setitem__(k, v)
d = D(a=1)
d["b"] = 2
d.update(c=3)
print(d["a"], d.get("a"), d, list(d.items()), len(d), "b" in d, type(d.copy()).__name__, dict(d))
class F(float):
    def __repr__(self): return "F" + super().__repr__()
print(F(1.5), F(1.5) + 1, [F(2)], F("3.5") == 3.5)
class Pt(tuple):
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
    def __add__(self, o): return Pt(self[0] + o[0], self[1] + o[1])
p = Pt(1, 2)
print(p, p.x, p + Pt(3, 4), type(p + p).__name__, p == (1, 2), hash(p) == hash((1, 2)), len(p), [*p])
class S(set):
    def add(self, v):
        super().add(v * 2)
z = S([1])
z.add(5)
print(sorted(z), isinstance(z, set), len(z))
i.attr = "ints can have attributes"
s.attr = [1]
print(i.attr, s.attr, i.__dict__)

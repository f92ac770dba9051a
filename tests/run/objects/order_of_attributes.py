# vars() keeps insertion order of attributes; deletion and re-adding moves to the end.
class P:
    def __init__(self, flip):
        if flip:
            self.b = 1
            self.a = 2
        else:
            self.a = 1
            self.b = 2
p, q = P(True), P(False)
print(vars(p), vars(q))
del p.b
p.b = 3
print(vars(p), list(p.__dict__.items()))
class R:
    registry = []
    def __init__(self, x):
        R.registry.append(self)
        self.check()
        self.x = x
    def check(self):
        try:
            print(self.x)
        except AttributeError as e:
            print(e)
R(5)
print(R.registry[0].x)
class Lazy:
    def value(self):
        if not hasattr(self, "_v"):
            print("computing")
            self._v = 42
        return self._v
l = Lazy()
print(l.value(), l.value(), vars(l))
class Node:
    def __init__(self, v): self.v, self.left, self.right = v, None, None
    def add(self, v):
        side = "left" if v < self.v else "right"
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Node(v))
        else:
            child.add(v)
        return self
    def walk(self):
        return (self.left.walk() if self.left else []) + [self.v] + (self.right.walk() if self.right else [])
n = Node(5)
for v in (3, 8, 1, 4, 9):
    n.add(v)
print(n.walk(), list(vars(n)))

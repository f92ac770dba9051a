import copy
class P:
    def __init__(self, x):
        self.x = x
    def get(self):
        return self.x
class Q:
    def __init__(self, x):
        self.x = x
    def __copy__(self):
        return "copied"
    def __deepcopy__(self, memo):
        return 5
ps = [P(1.5), P(2.5)]
print(ps[0] in ps, P(1.5) in ps, ps.index(ps[1]), ps[0] == ps[0], ps[0] != ps[1])
print(copy.copy(Q(1)), copy.deepcopy(Q(1)), copy.deepcopy([Q(1)]), copy.copy(ps[0]).get())
p = P(1.5)
setattr(p, "x", "text")
print(p.x, p.get())
class R:
    def __init__(self):
        self.v = 1
    def set(self, name, value):
        object.__setattr__(self, name, value)
r = R(); r.set("v", "w"); print(r.v)

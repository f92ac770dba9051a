class A:
    c = 1
    def __init__(self): self.x, self.y = 1, [2]
    def m(self): pass
a = A()
print(vars(a), vars(a) is a.__dict__, [k for k in dir(a) if k[0] != "_"], [k for k in dir(A) if k[0] != "_"], "__init__" in dir(a), "append" in dir([]), [k for k in vars(A) if k[0] != "_"])
vars(a)["z"] = 3
print(a.z, sorted(vars(a)))
class D:
    def __dir__(self): return ["b", "a"]
print(dir(D()))
for v in (5, "s", [], None):
    try:
        vars(v)
    except TypeError as e:
        print(e)

# with: enter and exit order, suppression, several managers, errors in exit.
class M:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, v)
        return self.swallow
with M("a") as a, M("b") as b:
    print(a, b)
with M("outer", True):
    with M("inner"):
        raise ValueError("boom")
print("after")
with (M("p") as p, M("q") as (x),):
    print(p, x)
def f():
    with M("ret"):
        return "value"
print(f())
for i in range(3):
    with M(str(i)):
        if i == 0:
            continue
        if i == 1:
            break
try:
    with M("no"):
        1 / 0
except ZeroDivisionError as e:
    print("caught", e)
class BadExit(M):
    def __exit__(self, t, v, tb):
        raise KeyError("from exit")
try:
    with BadExit("bad"):
        raise ValueError("first")
except KeyError as e:
    print(repr(e), repr(e.__context__))
class NoEnter: pass
class NoExit:
    def __enter__(self): return 1
for c in (NoEnter, NoExit):
    try:
        with c():
            pass
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
class EnterFails(M):
    def __enter__(self): raise RuntimeError("enter")
try:
    with M("first"), EnterFails("second"):
        print("not reached")
except RuntimeError as e:
    print(e)
with M("un") as (u, n):
    print(u, n)
class Stack:
    def __enter__(self):
        self.items = []
        return self.items
    def __exit__(self, *exc):
        print("items", self.items, exc[0])
s = {}
with Stack() as s["k"]:
    s["k"].append(1)
print(s)

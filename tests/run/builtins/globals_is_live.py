globals()['zz'] = 1
g = globals()
x = 1
print('x' in g, g.get('x'))
def f():
    global y
    y = 5
f()
print(g['y'])
g['x'] = 10
print(x)
print(zz)

for i in range(3):
    globals()[f"var_{i}"] = i * i
print(var_0, var_1, var_2)
del globals()["x"]
try:
    print(x)
except NameError as e:
    print(e)
x = "again"
print(globals()["x"], "x" in globals())
globals().update(pi=3, e=2)
print(pi + e)
len = lambda v: "mine"
print(len([]), globals()["len"]([]))
del len
print(len([]))
print(globals() is globals(), vars() is globals())

# global, nonlocal, UnboundLocalError, shadowing, del of locals.
x = "module"
def reads():
    return x
def shadows():
    x = "local"
    return x
def writes():
    global x
    x = "written"
def fails():
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 1
print(reads(), shadows(), x)
writes()
print(x, reads())
fails()
def branch(c):
    if c:
        v = 1
    return v
print(branch(True))
try:
    branch(False)
except UnboundLocalError as e:
    print(e)
def aug():
    x += 1
try:
    aug()
except UnboundLocalError as e:
    print(e)
def deleted():
    v = 1
    del v
    return v
try:
    deleted()
except UnboundLocalError as e:
    print(e)
def loop(xs):
    for item in xs:
        pass
    return item
print(loop([1, 2]))
try:
    loop([])
except UnboundLocalError as e:
    print(e)
def makes_global():
    global fresh
    fresh = [1]
makes_global()
fresh.append(2)
print(fresh)
del fresh
try:
    fresh
except NameError as e:
    print(e)
def handler():
    e = "kept?"
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    try:
        return e
    except UnboundLocalError as err:
        return str(err)
print(handler())
def f():
    def g():
        return h()
    def h():
        return "h"
    return g()
print(f())
len_ = len
def own_len():
    len = lambda v: "mine"
    return len([1])
print(own_len(), len([1]))
if True:
    block = "visible"
for k in range(2):
    inside = k
print(block, inside, k)

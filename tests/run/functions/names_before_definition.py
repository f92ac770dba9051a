# Calls of functions defined later, redefinition, conditional definition, rebinding of builtins.
def g():
    return f()
try:
    g()
except NameError as e:
    print(e)
def f():
    return "first"
print(g())
def f():
    return "second"
print(g())
f = lambda: "third"
print(g())
if len("ab") > 1:
    def h():
        return "then"
else:
    def h():
        return "else"
print(h())
del f
try:
    g()
except NameError as e:
    print(e)
def sum(xs):
    return "my sum"
print(sum([1, 2]), max([1, 2]))
del sum
print(sum([1, 2]))
list_ = list
def list(x):
    return ["own", x]
print(list("ab"), list_("ab"))
print_ = print
def print(*a):
    print_("<", *a, ">")
print("hooked", 1)
del print
print("plain")
for f in (len, max, lambda v: v[0]):
    print(f([3, 1]))
def even(n):
    return n == 0 or odd(n - 1)
def odd(n):
    return n != 0 and even(n - 1)
print(even(10), odd(7), even(3))
def deco(fn):
    return 42
@deco
def replaced():
    pass
print(replaced)

def f(a, b=2, *c, **d):
    x = a + b
    if x > 100:
        y = 3
    print(locals())
    z = 5
    print(sorted(locals()), dir())
    return locals()
print(f(1))
print(f(100, q=3))
def g(n):
    k = n * 2
    def h():
        return k + sum(locals().values())
    print("{n} {k}".format(**locals()))
    return h()
print(g(4))
print('__name__' in dir(), 'g' in dir())

def f(a, b, /, c, *d, e, **g): pass
c = f.__code__
print(c.co_name, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount)

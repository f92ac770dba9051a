def inner():
    yield 1
    yield 2
def outer():
    print(g.gi_running)
    yield 0
    yield from src
g = outer()
src = inner()
print(g.gi_running, g.gi_suspended, g.gi_yieldfrom)
print(next(g), g.gi_running, g.gi_suspended, next(g), g.gi_yieldfrom is src)
print(list(g), g.gi_yieldfrom, g.gi_suspended)

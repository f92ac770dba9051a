def fib(n):
    a, b = 0, 1
    while a < n:
        yield a
        a, b = b, a + b
print(list(fib(50)), sum(fib(100)), [x * 2 for x in fib(10)])
def co():
    total = 0
    while True:
        x = yield total
        if x is None: break
        total += x
    return total
c = co(); print(next(c), c.send(3), c.send(4))
try: c.send(None)
except StopIteration as e: print("stop", e.value)
class Tree:
    def __init__(self, v, l=None, r=None): self.v, self.l, self.r = v, l, r
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r
print(list(Tree(2, Tree(1), Tree(3))))
def g():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print("caught", e)
        yield 99
    finally:
        print("fin")
x = g(); print(next(x)); print(x.throw(ValueError("boo"))); 
try: next(x)
except StopIteration: print("done")
y = g(); next(y); y.close()
z = g(); next(z); del z
print("after del")
def outer():
    r = yield from inner()
    print("r", r)
    yield r
def inner():
    got = yield "a"
    print("got", got)
    return 7
o = outer(); print(next(o)); print(o.send("hi")); print(next(o, "end"))
def bad():
    yield 1
    raise StopIteration
b = bad(); next(b)
try: next(b)
except RuntimeError as e: print(repr(e), repr(e.__cause__))
def perms(xs):
    if not xs: yield []
    for i in range(len(xs)):
        for p in perms(xs[:i] + xs[i+1:]):
            yield [xs[i]] + p
print(list(perms([1, 2, 3])))
import itertools
def count(n=0, *, step=1):
    while True:
        yield n
        n += step
print(list(itertools.islice(count(5, step=2), 4)), list(zip(count(), "ab")))
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    while n < 3:
        yield inc()
print(list(counter()))
gen = (lambda: (yield 5))()
print(next(gen), type(gen).__name__)
class Manager:
    def __enter__(self):
        print("enter")
        return 3
    def __exit__(self, *exc):
        print("exit", exc[0])
def w():
    with Manager() as f:
        yield f
for v in w(): print(v)
def early():
    for i in range(5):
        if i == 2: return
        yield i
    else:
        yield "else"
print(*early())
def ctx():
    try:
        raise KeyError("k")
    except KeyError:
        yield 1
        try:
            raise
        except KeyError as e:
            print("re", e)
    try:
        yield 2
    finally:
        yield 3
print(list(ctx()))
try: next(x)
except StopIteration as e: print(e.args)
def nostart():
    yield
n = nostart()
try: n.send(1)
except TypeError as e: print(e)
def selfrun():
    yield next(me)
me = selfrun()
try: next(me)
except ValueError as e: print(e)
def ignore():
    while True:
        try: yield 1
        except GeneratorExit: pass
i = ignore(); next(i)
try: i.close()
except RuntimeError as e: print(e)
def evens(it):
    for v in it:
        if v % 2 == 0: yield v
def sq(it):
    for v in it: yield v * v
print(sum(sq(evens(range(10)))), max(evens([1, 4, 2])), sorted(sq([3, -1])), any(evens([1, 3])), dict(enumerate(sq([2]))))
a, *rest = fib(10); print(a, rest, 5 in fib(10), "".join(c for c in (str(x) for x in fib(10))))

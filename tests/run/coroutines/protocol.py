class Wait:
    def __init__(self, n): self.n = n
    def __await__(self):
        for i in range(self.n):
            got = yield ("wait", i)
            if got: print("got", got)
        return self.n * 10
async def inner(x):
    r = await Wait(x)
    print("inner", r)
    return r + 1
async def main(a, *, b=2):
    try:
        v = await inner(a)
        v += await inner(b)
        return v
    finally:
        print("cleanup")
def drive(coro, *sends):
    it = iter(sends)
    value = None
    while True:
        try:
            print("yielded", coro.send(value))
            value = next(it, None)
        except StopIteration as e:
            print("done", e.value)
            return e.value
drive(main(1), "x")
class Count:
    def __init__(self, n): self.i, self.n = 0, n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i >= self.n: raise StopAsyncIteration
        self.i += 1
        await Wait(1)
        return self.i
class CM:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    async def __aenter__(self):
        print("enter", self.name); await Wait(1); return self.name
    async def __aexit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, v); return self.swallow
async def loops():
    total = 0
    async for x in Count(3):
        if x == 2: continue
        total += x
    else:
        print("else", total)
    async for x in Count(5):
        if x == 2: break
    else:
        print("never")
    async with CM("a") as a, CM("b", True):
        print("body", a)
        raise ValueError("boo")
    for i in range(3):
        async with CM(i):
            if i == 0: continue
            if i == 1: break
    try:
        async with CM("c"):
            raise KeyError("k")
    except KeyError as e:
        print("caught", e)
    async with CM("r"):
        return "returned"
drive(loops())
async def agen(n):
    for i in range(n):
        await Wait(1)
        got = yield i
        if got: print("agen got", got)
async def use():
    async for v in agen(3):
        print("item", v)
    g = agen(2)
    print(await g.__anext__(), await g.asend("hi"))
    try: await g.__anext__()
    except StopAsyncIteration: print("end")
    h = agen(5)
    print(await anext(h)); await h.aclose()
    return [await inner(i) for i in range(2)]
drive(use())
c = inner(1)
print(type(c).__name__, hasattr(c, "__iter__"), inner.__name__)
c.close()
try: c.send(None)
except RuntimeError as e: print(e)
async def bad(): await 5
try: bad().send(None)
except TypeError as e: print(e)
async def bad2():
    async for x in [1]: pass
try: bad2().send(None)
except TypeError as e: print(e)
async def bad3():
    async with 5: pass
try: bad3().send(None)
except TypeError as e: print(e)
import types
@types.coroutine
def old(): x = yield "old"; return x
async def mix(): return await old()
drive(mix(), "sent")
class Obj:
    async def method(self, k): return k * 2
    @staticmethod
    async def st(): return "st"
drive(Obj().method(21)); drive(Obj.st())
async def thrower():
    try: await Wait(5)
    except ValueError as e: print("thrown in", e); return "ok"
t = thrower(); t.send(None)
try: t.throw(ValueError("tv"))
except StopIteration as e: print(e.value)
for bad in (next, list, iter):
    c = inner(1)
    try: bad(c)
    except TypeError as e: print(e)
    c.close()

with (a, b): pass
with (a as x, b as (y, z),): pass
with (a): pass
with (a, b) as c: pass
with (yield): pass
with (x := f()): pass
with (a for a in b): pass
async def f():
    async with a as b, c: pass

def total(*nums, scale=1, **named):
    return sum(nums) * scale + sum(named.values())
print(total(), total(1, 2, 3), total(1, 2, scale=10), total(a=1, b=2), total(*[1, 2], **{"scale": 2, "z": 5}))
def show(first, *rest, sep="-", **opts):
    return sep.join([first, *rest]) + (str(opts) if opts else "")
print(show("a"), show("a", "b", "c"), show("a", "b", sep="+"), show("a", x=1), show(*"xyz", **{"sep": ""}))
def swap(a, b): return b, a
print(swap(1, 2), swap(b=1, a=2), swap(*swap(1, 2)), swap(**dict(a="A", b="B")), swap(*[3], b=4))
def outer(*args, **kw):
    def inner(*a, **k):
        return a, k
    return inner(*args[::-1], **{n.upper(): v for n, v in kw.items()})
print(outer(1, 2, x=3))

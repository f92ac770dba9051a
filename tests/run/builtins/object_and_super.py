o = object()
print(type(o).__name__, o == o, o == object(), o != object(), bool(o), isinstance(o, object), hash(o) == hash(o), str(o).startswith("<object object at 0x"), object.__name__, object.__doc__ is not None)
for f in (lambda: o.x, lambda: setattr(o, "x", 1), lambda: object(1), lambda: o < o, lambda: o + o, lambda: o(), lambda: o[0], lambda: len(o), lambda: iter(o), lambda: -o, lambda: o in o, lambda: int(o), lambda: f"{o:>5}"):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
SENTINEL = object()
def get(d, k, default=SENTINEL):
    v = d.get(k, SENTINEL)
    if v is SENTINEL:
        if default is SENTINEL:
            raise KeyError(k)
        return default
    return v
print(get({"a": None}, "a"), get({}, "a", 5))
try:
    get({}, "zz")
except KeyError as e:
    print("missing", e)

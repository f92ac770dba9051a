e = "before"
try:
    raise ValueError("x")
except ValueError as e:
    kept = e
try:
    print(e)
except NameError as err:
    print("unbound:", err)
print(repr(kept))
def f():
    err = None
    for v in ("1", "x", "2"):
        try:
            int(v)
        except ValueError as exc:
            err = exc
    return err
print(f(), type(f()).__name__)
def g():
    try:
        raise KeyError("k")
    except KeyError as e:
        del e
    return "deleted"
print(g())
def h():
    try:
        raise KeyError("k")
    except KeyError as e:
        e = "rebound"
    try:
        return e
    except UnboundLocalError as u:
        return str(u)
print(h())

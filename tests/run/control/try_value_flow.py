def parse(s):
    try:
        v = int(s)
    except ValueError:
        try:
            v = float(s)
        except ValueError as e:
            return f"bad: {e}"
        else:
            kind = "float"
    else:
        kind = "int"
    return kind, v
print(parse("5"), parse("2.5"), parse("x"), parse(" 7 "))
def first_ok(fs):
    errors = []
    for f in fs:
        try:
            return f(), errors
        except Exception as e:
            errors.append(type(e).__name__)
    raise RuntimeError(errors)
print(first_ok([lambda: 1 / 0, lambda: [][0], lambda: "ok"]))
try:
    first_ok([lambda: {}["a"], lambda: int("q")])
except RuntimeError as e:
    print(e, e.args)
x = "unset"
try:
    x = "set before"
    raise KeyError
    x = "never"
except KeyError:
    print(x)
finally:
    x += "!"
print(x)
total = 0
for v in (1, "2", None, 3.5, "x", [4]):
    try:
        total += v
    except TypeError:
        try:
            total += int(v)
        except (TypeError, ValueError):
            total += 100
print(total)

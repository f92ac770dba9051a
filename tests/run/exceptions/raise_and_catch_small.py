def check(age):
    if not isinstance(age, int):
        raise TypeError("age must be an int")
    if age < 0:
        raise ValueError(f"negative age: {age}")
    return "ok"
for a in (5, -1, "x", None):
    try:
        print(check(a))
    except ValueError as e:
        print("value:", e)
    except TypeError as e:
        print("type:", e)
    else:
        print("fine")
    finally:
        print("checked", a)
try:
    try:
        raise KeyError("inner")
    except KeyError as e:
        raise RuntimeError("outer") from e
except RuntimeError as e:
    print(e, repr(e.__cause__), e.__cause__ is e.__context__)
try:
    raise ValueError
except ValueError as e:
    print(repr(e), str(e) == "", e.args)
try:
    raise ValueError("a", 2, [3])
except ValueError as e:
    print(e, e.args, len(e.args))

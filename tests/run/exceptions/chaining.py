# __context__, __cause__, from, from None, suppress flag, notes, traceback-free printing.
def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("second") from e
def g():
    try:
        {}["k"]
    except KeyError:
        raise TypeError("while handling")
def h():
    try:
        [][1]
    except IndexError:
        raise RuntimeError("hidden") from None
for fn in (f, g, h):
    try:
        fn()
    except Exception as e:
        print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    raise OSError("a") from KeyError("b")
except OSError as e:
    print(repr(e.__cause__), e.__context__)
try:
    raise OSError("a") from 5
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError(1)
    finally:
        raise KeyError(2)
except KeyError as e:
    print(repr(e.__context__))
saved = None
try:
    1 / 0
except ZeroDivisionError as e:
    saved = e
    saved.tag = "kept"
try:
    try:
        raise saved
    except ZeroDivisionError:
        raise ValueError("x")
except ValueError as e2:
    print(e2.__context__ is saved, e2.__context__.tag)
try:
    raise saved
except ZeroDivisionError as e:
    print(e is saved, e.args)
def helper():
    raise
try:
    try:
        int("z")
    except ValueError:
        helper()
except ValueError as e:
    print("re-raised", e)
try:
    raise
except RuntimeError as e:
    print(e)
e = ValueError("noted")
e.add_note("one")
e.add_note("two")
print(e.__notes__, e)
try:
    raise ValueError("a")
except ValueError:
    try:
        raise KeyError("b")
    except KeyError as k:
        print(repr(k.__context__))
    try:
        raise
    except ValueError as v:
        print(repr(v), v.__context__)
try:
    x
except NameError as err:
    print(err, err.name)
try:
    err
except NameError as again:
    print(again)

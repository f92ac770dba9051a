# ExceptionGroup and except*.
def run(*excs):
    try:
        if excs:
            raise ExceptionGroup("several", list(excs))
        print("none", end=" ")
    except* ValueError as g:
        print("VE", [str(e) for e in g.exceptions], end=" ")
    except* (TypeError, KeyError) as g:
        print("TK", [repr(e) for e in g.exceptions], end=" ")
    else:
        print("else", end=" ")
    finally:
        print("finally")
run()
run(ValueError("a"), TypeError("b"), ValueError("c"))
run(KeyError("k"))
try:
    run(ValueError(1), OSError("rest"))
except ExceptionGroup as g:
    print(g.message, g.exceptions, str(g))
try:
    try:
        raise ValueError("plain")
    except* ValueError as g:
        print(type(g).__name__, g.exceptions)
except Exception as e:
    print("escaped", e)
g = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)])])
print(g, repr(g.subgroup(ValueError)), g.split(TypeError)[0].exceptions, g.derive([KeyError()]).message)
try:
    ExceptionGroup("x", [])
except ValueError as e:
    print(e)

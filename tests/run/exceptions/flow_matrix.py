# try/except/else/finally with every way of leaving, in functions and loops.
def run(how, in_finally=None):
    log = []
    def body():
        for i in range(2):
            try:
                log.append(f"try{i}")
                if how == "return":
                    return "body"
                if how == "raise":
                    raise ValueError("v")
                if how == "uncaught":
                    raise KeyError("k")
                if how == "break":
                    break
                if how == "continue":
                    continue
            except ValueError as e:
                log.append("except")
                if in_finally == "handler-return":
                    return "handler"
                if in_finally == "reraise":
                    raise
            else:
                log.append("else")
                if in_finally == "else-raise":
                    raise IndexError("from else")
            finally:
                log.append("finally")
                if in_finally == "return":
                    return "finally"
                if in_finally == "break":
                    break
                if in_finally == "continue":
                    continue
                if in_finally == "raise":
                    raise RuntimeError("f")
        else:
            log.append("loop-else")
        return "end"
    try:
        r = body()
    except Exception as e:
        r = f"raised {e!r} context {e.__context__!r}"
    print(how, in_finally, "->", r, " ".join(log))
for how in ("normal", "return", "raise", "uncaught", "break", "continue"):
    for fin in (None, "return", "break", "continue", "raise", "handler-return", "reraise", "else-raise"):
        run(how, fin)

# Format spec on strings: fill, alignment, width, precision; __format__ errors.
for spec in ("", "5", "<5", ">5", "^5", "*^7", "é>4", ".2", "6.2", "s", ">6.1s", "05", "<05", "{<5"):
    print(repr(spec), "[" + format("abc", spec) + "]", "[" + format("", spec) + "]", "[" + format("é€", spec) + "]")
for spec in ("d", "+5", "=5", ",", "x", ".", "5.2f", "#s", " s", "5z", ".5.", "_"):
    try:
        print(format("abc", spec))
    except ValueError as e:
        print(repr(spec), e)
print(format(None), format([1, 2]), format((1,), ""), format(True), format(True, "d"), format(True, "5"), format(False, ">7"), format(1j), f"{True!s:>6}")
for v in (None, [], {}, (), object, set()):
    try:
        print(format(v, "5"))
    except TypeError as e:
        print(e)

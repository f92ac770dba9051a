# int(): spaces, underscores, signs, bases, and what is refused.
good = ["0", " 42 ", "-7", "+7", "1_000", "\t9\n", "007", "-0", " 1_0 ", "99999999999999999999999"]
for s in good:
    print(repr(s), int(s))
for s, base in (("ff", 16), ("0xff", 16), ("0xFF", 0), ("0b101", 0), ("0o17", 0), ("0b11", 2), ("z", 36),
                ("Zz", 36), ("101", 2), ("-0x1f", 16), ("1_0", 3), ("0", 0), ("00", 0), (" 0x_f", 16)):
    print(s, base, int(s, base))
bad = ["", " ", "1__0", "_1", "1_", "1.0", "abc", "0x10", "1 2", "--1", "+ 1", "१x", "1e3"]
for s in bad:
    try:
        print(int(s))
    except ValueError as e:
        print(e)
for args in (("12", 1), ("12", 37), ("2", 2), ("08", 0), (12, 10), ("1", "2")):
    try:
        print(int(*args))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(int("१२३"), int(b"17"), int(bytearray(b"18")), int(), int(3.99), int(-3.99), int(True))
for v in (None, [], "x", {}):
    try:
        print(int(v))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

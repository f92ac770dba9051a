# float(): accepted spellings and refusals.
for s in ("1", "1.5", " 2.5 ", "-0", "1e5", "1E-5", ".5", "5.", "+3", "inf", "-Infinity", "NaN", "iNf", "1_000.5", "1e1_0", "0x1p0", "1e400", "-1e400",
          "1e-400", "", " ", "1__0", "abc", "1.5.2", "1e", "e5", "--1", "1 2", "infinit", "nan1", "١٫٥", "１２", "0.1" + "0" * 50 + "1"):
    try:
        print(repr(s), float(s))
    except ValueError as e:
        print(e)
for v in (None, [], {}, (1,)):
    try:
        print(float(v))
    except TypeError as e:
        print(e)
print(float(), float(3), float(True), float(2 ** 70), float(b"2.5"), float.fromhex("0x1.8p3"), (12.0).hex(), (0.1).hex(), (-0.0).hex())
try:
    float(10 ** 400)
except OverflowError as e:
    print(e)

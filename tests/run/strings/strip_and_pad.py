# strip family, padding, expandtabs, prefixes.
print(repr("  \t a b \n\u2003".strip()), repr("  a ".lstrip()), repr("  a ".rstrip()), "xxyaxy".strip("xy"), "xyz".strip(""), "abcba".strip("ba"), "mississippi".rstrip("ipz"), "...a.".lstrip("."), "éaé".strip("é"), repr(" a ".strip(None)))
print("[" + "ab".ljust(5) + "]", "[" + "ab".rjust(5, ".") + "]", "[" + "ab".center(5, "*") + "]", "[" + "abc".center(6) + "]", "[" + "a".center(4, "-") + "]", "ab".ljust(1), "é".rjust(3, "€"), "".center(3, "x"))
print("42".zfill(5), "-42".zfill(5), "+42".zfill(6), "abc".zfill(2), "".zfill(3), "--1".zfill(6))
print(repr("a\tb\tcd\te".expandtabs()), repr("a\tb".expandtabs(4)), repr("\t".expandtabs(0)), repr("ab\n\tc".expandtabs(4)), repr("a\tb".expandtabs(tabsize=2)))
print("prefix-body".removeprefix("prefix-"), "body".removeprefix("x"), "body.py".removesuffix(".py"), "body".removesuffix(""), "aaa".removeprefix("a"))
for bad in (lambda: "a".center(5, "ab"), lambda: "a".ljust("5"), lambda: "a".strip(1), lambda: "a".rjust(3, ""), lambda: "a".zfill(1.0), lambda: "a".removeprefix(1)):
    try:
        bad()
    except TypeError as e:
        print(e)

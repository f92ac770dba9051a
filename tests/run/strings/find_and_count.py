# find, rfind, index, count, in, startswith, endswith: positions count code points.
s = "añañañ banana"
print(s.find("ñ"), s.find("ñ", 2), s.find("ñ", 2, 3), s.rfind("ñ"), s.find("x"), s.find(""), s.find("", 13), s.find("", 14), s.rfind(""))
print(s.index("ban"), s.rindex("an"), s.count("an"), s.count("añ"), s.count(""), "aaa".count("aa"), s.count("a", 2, -2), s.find("a", -3), s.rfind("a", 0, -1))
for f in (s.index, s.rindex):
    try:
        f("zz")
    except ValueError as e:
        print(e)
print("" in s, "ñ" in s, "zz" not in s, "" in "", "abc" in "ab")
print(s.startswith("añ"), s.startswith(("x", "a")), s.startswith("ñ", 1), s.endswith("na"), s.endswith(("q", "na")), s.endswith("an", 0, -1), s.startswith(""), s.startswith("", 99), s.startswith(()))
for bad in (lambda: s.startswith(1), lambda: s.startswith((1,)), lambda: s.find(1), lambda: 1 in s, lambda: s.endswith(["a"]), lambda: s.count(None), lambda: s.index()):
    try:
        bad()
    except TypeError as e:
        print(e)
print("hello".find("l", None, None), "hello".find("l", 10 ** 20), "hello".rfind("l", -10 ** 20))

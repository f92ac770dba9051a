# replace, translate, maketrans.
print("banana".replace("a", "o"), "banana".replace("a", "", 2), "banana".replace("an", "AN", 1), "abc".replace("", "-"), "abc".replace("", "-", 2), "aaa".replace("aa", "b"), "".replace("", "x"), "abc".replace("x", "y"), "abc".replace("b", "", 0), "añb".replace("ñ", "nn"), "a.b.c".replace(".", "", -1))
t = str.maketrans("abc", "xyz")
print(sorted(t.items()), "aabbcc d".translate(t))
t = str.maketrans("ab", "12", "cd")
print(sorted(t.items(), key=lambda p: p[0]), "abcde".translate(t))
t = str.maketrans({"a": "AA", "b": None, 99: 100, "e": "€"})
print("abcde".translate(t), "abc".translate({}), "abc".translate({97: "x", 98: 121}))
rot = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "NOPQRSTUVWXYZABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm")
print("Hello, World".translate(rot), "Hello, World".translate(rot).translate(rot))
for bad in (lambda: str.maketrans("ab", "c"), lambda: str.maketrans("a"), lambda: str.maketrans({"ab": 1}), lambda: "a".replace("a"), lambda: "a".replace(1, 2), lambda: str.maketrans("a", 1)):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

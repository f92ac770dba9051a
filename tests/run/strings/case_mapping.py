# upper, lower, title, capitalize, swapcase, casefold beyond ASCII.
for s in ("hello World", "straße", "ǆ ǅ Ǆ", "ﬁne ﬀ", "İstanbul ıI", "ΑΣΣ ΟΔΟΣ Σ", "they're bill's 3rd x2y", "éCOLE d'été", "ßa", "ÿ µ", "", "ŉ", "Ⅷ ⓐ"):
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
print("HELLO".isupper(), "Hello".isupper(), "123".isupper(), "A1".isupper(), "a1".islower(), "".islower(), "Hello World".istitle(), "Hello world".istitle(), "H1 A".istitle(), "ǅ".istitle(), "ß".islower())
print("ß".upper(), len("ß".upper()), "SS".lower() == "ß".casefold(), "ΣΑΣ".lower(), "aΣ b".lower())

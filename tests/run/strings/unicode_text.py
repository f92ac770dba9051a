# Text outside ASCII, surrogates, normal forms not applied, identifiers.
s = "naïve café – ½ €5 日本語 😀"
print(s, len(s), s.upper(), s[::-1], s.split(), s.center(40, "·"))
print(sorted(set(s))[-6:], [hex(ord(c)) for c in "é日😀"], "".join(map(chr, [9731, 233, 128512])), s.encode()[:8], len(s.encode()))
e1, e2 = "\u00e9", "e\u0301"
print(e1 == e2, len(e1), len(e2), e1 in s, e2 in s)
naïve = 3
ŝ = "identifier"
print(naïve, ŝ, "日本" in s, s.index("日"), s.find("😀"), s.replace("😀", ":)"), s.title())
print("\ud83d" + "\ude00" == "😀", len("\ud83d\ude00"), ascii("\ud83d\ude00"), "\ud800" < "\ue000", ["\udc80"])
try:
    "\ud800".encode("utf-8")
except UnicodeEncodeError as e:
    print(e)
d = {"é": 1, "日": 2}
print(d, d["é"], "é" in d, {"😀"}, ("ß",), "ß" == "ss", "ﬁ" == "fi", "Å" == "Å")
for c in "aé日😀":
    print(c, ord(c), c.encode(), c.isalpha(), f"[{c:>3}]", c * 2)

# re: match, search, fullmatch, findall, finditer, groups, flags.
import re
m = re.match(r"(\w+) (\w+)", "hello world again")
print(m.group(), m.group(1), m.group(1, 2), m.groups(), m.span(), m.start(2), m.end(2), m[2], m.string, m.re.pattern, m.lastindex, bool(m))
print(re.match("b", "abc"), re.search("b", "abc").span(), re.fullmatch("a.c", "abc") is not None, re.fullmatch("a", "ab"), re.findall(r"\d+", "a1b22c333"), re.findall(r"(\w)(\d)", "a1b2"), re.findall(r"(a)|b", "ab"), re.findall("", "ab"), [x.group() for x in re.finditer(r"[aeiou]", "education")], re.findall(r"x*", "axb"))
m = re.search(r"(?P<year>\d{4})-(?P<mon>\d\d)(?:-(?P<day>\d\d))?", "on 2024-05 or")
print(m.groupdict(), m["year"], m.group("mon"), m.group("day"), m.groups("none"), m.groupdict("x"), m.expand(r"\2/\g<year>"), m)
print(re.findall("abc", "ABC abc", re.I), re.findall(r"^\w", "ab\ncd", re.M), re.findall("a.b", "a\nb", re.S), re.search(r"""
    (\d+)   # number
    \s* kg""", "12 kg", re.X).group(1), re.findall("(?i)x", "xX"), re.findall(r"\bcat\b", "cat concat cat."), re.findall(r"a{2,3}", "aaaaaa"), re.findall(r"a+?", "aaa"), re.findall(r"<.*?>", "<a><b>"), re.findall(r"<.*>", "<a><b>"))
print(re.findall(r"(?<=\$)\d+", "$5 6 $77"), re.findall(r"\w+(?=!)", "hi! there you!"), re.findall(r"(?<!a)b", "ab cb b"), re.findall(r"q(?!u)", "qu qa q"), re.match(r"(a)(b)?", "a").groups(), re.search(r"(\w)\1", "hello").group(), re.search(r"(?P<c>.)(?P=c)", "xaay").group(), re.findall(r"[^a-c\s]", "abc d-e"), re.findall(r"[\]\-x]", "]-x"), re.findall(r"\D\W\S", "a b!c "), re.findall(r"é+", "éé e"), re.findall(r"\w+", "naïve café_1"), re.findall(r"(?a)\w+", "naïve"))
for bad in ("(", "[", "*a", "a**", "(?P<1>a)", "\\", "a{2,1}", "(?P=x)", ")", "[b-a]", "(?<=a+)b", r"\1", "(?z)"):
    try:
        re.compile(bad)
        print("ok", bad)
    except re.error as e:
        print(repr(bad), e)
for f in (lambda: m.group(9), lambda: m.group("zz"), lambda: re.match("a", 5), lambda: re.match(5, "a"), lambda: re.match("a", b"a")):
    try:
        print(f())
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
p = re.compile(r"\d")
print(p.match("a1", 1).span(), p.search("1a2", 1).group(), p.findall("123", 1, 2), p.fullmatch("5") is not None, p.pattern, p.groups, p.flags, p == re.compile(r"\d"))

# re: sub, subn, split, escape, callbacks, tokenizers.
import re
print(re.sub(r"\d", "#", "a1b22"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", "b", "aaa", 2), re.sub(r"(?P<n>\d+)", r"<\g<n>>", "a1b22"), re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "3 and 10"), re.sub("x*", "-", "abxd"), re.subn("a", "b", "banana"), re.sub("^", "> ", "a\nb", flags=re.M), re.sub(r"\s+", " ", "  a \n b "), re.sub("b", r"\n\\", "abc"), re.sub(r"(a)|b", r"[\1]", "ab"), re.sub("", "-", "ab"), re.sub("a", r"\g<0>\g<0>", "ab"))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(,)", "a,b"), re.split(",", "a,b,c", 1), re.split(r"\s", " a b "), re.split("x*", "axbc"), re.split(r"(a)|b", "1a2b3"), re.split(",", ""), re.escape("a.b*c[d]\\e-f g"), re.escape("é_1"))
TOKEN = re.compile(r"\s*(?:(?P<num>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>[-+*/()=]))")
def tokens(s):
    out, pos = [], 0
    while pos < len(s):
        m = TOKEN.match(s, pos)
        if not m:
            raise SyntaxError(f"bad char {s[pos]!r} at {pos}")
        out.append((m.lastgroup, m.group(m.lastgroup)))
        pos = m.end()
    return out
print(tokens("x = 3.5*(y_1 + 42)"))
try:
    tokens("a ? b")
except SyntaxError as e:
    print(e)
def camel(s): return re.sub(r"_(\w)", lambda m: m[1].upper(), s)
def snake(s): return re.sub(r"(?<!^)(?=[A-Z])", "_", s).lower()
print(camel("some_long_name"), snake("SomeLongName"), re.sub(r"\b(\w)(\w*)", lambda m: m[1].upper() + m[2], "make title case"))
log = "10:01 ERROR disk full\n10:02 INFO ok\n10:03 ERROR net down"
for m in re.finditer(r"^(\d+:\d+) ERROR (.*)$", log, re.M):
    print(m.group(1), "->", m.group(2), m.span())
email = re.compile(r"^[\w.+-]+@[\w-]+\.[\w.]+$")
print([bool(email.match(s)) for s in ("a@b.co", "bad@", "x.y+z@host-1.org", "no at.com")])
for f in (lambda: re.sub("a", r"\9", "a"), lambda: re.sub("(a)", r"\g<zz>", "a"), lambda: re.sub("a", r"\q", "a"), lambda: re.sub("a", 5, "a")):
    try:
        print(f())
    except (re.error, IndexError, TypeError) as e:
        print(type(e).__name__, e)

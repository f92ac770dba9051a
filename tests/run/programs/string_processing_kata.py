def count_words(s): return len(s.split())
def is_palindrome(s):
    t = "".join(filter(str.isalnum, s)).lower()
    return t == t[::-1]
def compress(s):
    if not s:
        return ""
    out, prev, n = [], s[0], 0
    for c in s + "\0":
        if c == prev:
            n += 1
        else:
            out.append(prev + (str(n) if n > 1 else ""))
            prev, n = c, 1
    return "".join(out)
def title(s): return " ".join(w[:1].upper() + w[1:].lower() if i == 0 or w not in ("of", "the", "and") else w for i, w in enumerate(s.split()))
def camel(s): return "".join(w.capitalize() if i else w.lower() for i, w in enumerate(s.replace("-", " ").replace("_", " ").split()))
def snake(s): return "".join("_" + c.lower() if c.isupper() else c for c in s).lstrip("_")
def luhn(s):
    digits = [int(c) for c in s if c.isdigit()][::-1]
    return sum(d if i % 2 == 0 else d * 2 - 9 * (d > 4) for i, d in enumerate(digits)) % 10 == 0
def isbn10(s):
    s = s.replace("-", "")
    return len(s) == 10 and sum((10 - i) * (10 if c == "X" else int(c)) for i, c in enumerate(s)) % 11 == 0
def valid_ip(s):
    parts = s.split(".")
    return len(parts) == 4 and all(p.isdigit() and str(int(p)) == p and int(p) < 256 for p in parts)
def parse_query(q): return {k: v.replace("+", " ") for k, _, v in (p.partition("=") for p in q.split("&") if p)}
def common_prefix(ws):
    for i, cs in enumerate(zip(*ws)):
        if len(set(cs)) > 1:
            return ws[0][:i]
    return min(ws, key=len, default="")
def zigzag(s, rows):
    lines, r, d = [""] * rows, 0, 1
    for c in s:
        lines[r] += c
        if rows > 1:
            if r == 0: d = 1
            elif r == rows - 1: d = -1
            r += d
    return "".join(lines)
def add_strings(a, b):
    out, carry = [], 0
    a, b = a.zfill(len(b)), b.zfill(len(a))
    for x, y in zip(reversed(a), reversed(b)):
        carry, d = divmod(int(x) + int(y) + carry, 10)
        out.append(str(d))
    return ("1" if carry else "") + "".join(reversed(out))
def substrings(s): return sorted({s[i:j] for i in range(len(s)) for j in range(i + 1, len(s) + 1)}, key=lambda t: (len(t), t))
def version(s): return tuple(int(p) if p.isdigit() else p for p in s.split("."))
print(count_words("  a bb  c "), is_palindrome("No lemon, no melon"), compress("aaabccdddd"), compress("abc"), title("the lord of the rings"), camel("some_var-name here"), snake("someVarName"))
print(luhn("4539 1488 0343 6467"), luhn("8273 1232 7352 0569"), isbn10("0-306-40615-2"), isbn10("030640615X"), [valid_ip(s) for s in ("1.2.3.4", "256.1.1.1", "01.2.3.4", "1.2.3", "a.b.c.d")])
print(parse_query("a=1&b=two+words&c=&d"), common_prefix(["flower", "flow", "flight"]), repr(common_prefix([])), common_prefix(["same", "same"]), zigzag("PAYPALISHIRING", 3), add_strings("999999999999999999999", "1"), substrings("aba"))
print(sorted(["1.10", "1.9", "1.2.3", "1.2"], key=version), "".join(sorted("hello", reverse=True)), max("a1b2", key=lambda c: (c.isdigit(), c)), "x".join("abc").replace("x", "", 1), "{:>10}|{:<10}|{:^10}".format("r", "l", "c"))
print(*(f"{c!r}:{n}" for c, n in sorted({c: "mississippi".count(c) for c in "mississippi"}.items())), sum(map(ord, "abc")), bytes("abc", "ascii").hex(), "ab" < "abc" < "b", "abc".find("c") == "abc".index("c"), "%05.1f|%x|%s" % (3.14159, 255, None))

"""Questions about str and bytes: (operation, maker of arguments, CPython's answer[, weight])."""

ALPHABETS = [
    "ab", "abc ", "aA1_ \t\n", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,'\"\\-+",
    "aé", "ßŒœÆǅǆſKÅİıΣσςΑ' .", "日本語 \u3000a", "a\U0001f600b\U00010400\U0001d54f", "\ud800a\udc80\udcff\udfff",
    "\x00\x1b\x7f\x80\x85\xa0\xad\xff\u0100\u2028\u2029\ufeff\uffff\ue000\U0010ffff", "\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028a",
    "١٢٣۴5²½Ⅷ五", "ŉǰΐﬀﬁﬃϓϔẞᾳᾼ\u0345\u0301\u00b7",
]


def text(rng, most=24):
    kind = rng.random()
    if kind < 0.08:
        return "".join(chr(rng.randrange(0x110000)) for _ in range(rng.randint(0, 8)))
    alphabet = rng.choice(ALPHABETS[:4] if kind < 0.4 else ALPHABETS)
    size = rng.randint(0, most) if rng.random() < 0.95 else rng.randint(100, 200)
    return "".join(rng.choice(alphabet) for _ in range(size))


def data(rng, most=24):
    alphabet = rng.choice([b"ab", b"aA1_ \t\n\r\x0b\x0c", bytes(range(256)), b"'\"\\ \x00\x7f\xff"])
    return bytes(rng.choice(alphabet) for _ in range(rng.randint(0, most)))


def one(make):
    return lambda rng: (make(rng),)


def with_part(make):
    """A text, and another that often occurs in it."""
    def build(rng):
        whole = make(rng)
        if whole and rng.random() < 0.75:
            start = rng.randrange(len(whole))
            part = whole[start:start + rng.randint(1, 3)]
        else:
            part = make(rng)[:3]
        return whole, part
    return build


TEXT_PART = with_part(text)
DATA_PART = with_part(data)


def limit(rng):
    return rng.choice([-1, -1, 0, 1, 2, 3, 10])


def bound(rng):
    return rng.choice([0, 1, 2, -1, -3, 5, 30, -30, 2 ** 62, -2 ** 62, rng.randint(-25, 25)])


def find_case(rng):
    whole, part = TEXT_PART(rng)
    if rng.random() < 0.1:
        part = ""
    if rng.random() < 0.1:
        whole, part = "ab" * 200 + part, "ab" * 20 + "b"
    return whole, part, bound(rng), bound(rng)


def count_case(make):
    part = with_part(make)

    def build(rng):
        whole, sub = part(rng)
        return whole, sub or whole[:1] or make(rng)[:1] or ("x" if isinstance(whole, str) else b"x")
    return build


def replace_case(make):
    part = with_part(make)

    def build(rng):
        whole, old = part(rng)
        return whole, old if rng.random() < 0.9 else whole[:0], make(rng)[:3], limit(rng)
    return build


def replaced(whole, old, new, count):
    """The kernel answers nothing where nothing is replaced."""
    out = whole.replace(old, new, count)
    hit = count != 0 and (old in whole)
    return out if hit else None


def split_case(make):
    part = count_case(make)
    return lambda rng: (*part(rng), limit(rng))


def slice_case(rng):
    whole = text(rng)
    start, end = sorted(rng.randint(0, len(whole)) for _ in range(2))
    return whole, start, end


def step_case(rng):
    whole = text(rng)
    step = rng.choice([1, 2, 3, -1, -2, -3, 7, -7])
    wanted = slice(*(rng.choice([None, rng.randint(-30, 30)]) for _ in range(2)), step)
    places = range(*wanted.indices(len(whole)))
    return whole, max(places.start, 0), step, len(places)


def step_answer(whole, start, step, count):
    return "".join(whole[start + i * step] for i in range(count))


def at_case(rng):
    whole = text(rng) or "x"
    return whole, rng.randrange(len(whole))


def partition(whole, sep):
    head, mid, tail = whole.partition(sep)
    return [head.encode("utf-8", "surrogatepass"), tail.encode("utf-8", "surrogatepass")] if mid else None


def rpartition(whole, sep):
    head, mid, tail = whole.rpartition(sep)
    return [head.encode("utf-8", "surrogatepass"), tail.encode("utf-8", "surrogatepass")] if mid else None


def strip_case(make, *more):
    def build(rng):
        whole = make(rng)
        chars = None if rng.random() < 0.4 else (whole[:2] + whole[-1:] if rng.random() < 0.7 else make(rng))
        return whole, chars, rng.randint(0, 2)
    return build


def strip(whole, chars, side):
    return [whole.lstrip, whole.rstrip, whole.strip][side](chars)


def pad_case(make, fills):
    return lambda rng: (make(rng), rng.randint(-3, 40), rng.randint(0, 2), rng.choice(fills))


def pad(whole, width, side, fill):
    return [whole.ljust, whole.rjust, whole.center][side](width, fill)


def zfill_case(make, signs):
    return lambda rng: (rng.choice(signs) + make(rng), rng.randint(-3, 40))


CODECS = ["utf-8", "utf-8", "utf-8", "latin-1", "ascii", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le",
          "utf-32-be", "UTF8", "iso-8859-1", "utf-8-sig"]
POLICIES = ["strict", "strict", "ignore", "replace", "surrogateescape", "surrogatepass", "backslashreplace",
            "xmlcharrefreplace", "nonsense"]


def policy(rng, codec):
    """CPython wraps what goes wrong in the handler itself, for the codecs that it reaches through a module."""
    return rng.choice(POLICIES[:7] if "16" in codec or "32" in codec or "sig" in codec else POLICIES)


def encode_case(rng):
    codec = rng.choice(CODECS)
    return text(rng), codec, policy(rng, codec)


def decode_case(rng):
    codec, kind = rng.choice(CODECS), rng.random()
    if kind < 0.2:
        body = data(rng)
    elif kind < 0.5:
        body = text(rng).encode(codec, "ignore")
    else:
        alphabet = [0x41, 0x80, 0xbf, 0xc0, 0xc3, 0xe0, 0xa0, 0x9f, 0xed, 0xef, 0xf0, 0x90, 0x8f, 0xf4, 0xf5, 0xd8, 0xdc, 0, 0x10]
        body = bytes(rng.choice(alphabet) for _ in range(rng.randint(0, 9)))
    if body and rng.random() < 0.2:
        body = body[:-1]
    return body, codec, policy(rng, codec)


def hex_case(rng):
    body = data(rng)
    sep = rng.choice([None, b":", b"-"])
    return body, sep, rng.randint(-5, 5)


def hexed(body, sep, group):
    return (body.hex() if sep is None else body.hex(sep.decode(), group)).encode()


def from_hex_case(rng):
    return ("".join(rng.choice(["0", "a", "F", " ", "9f", "1", "\n"] + (["g"] if rng.random() < 0.1 else []))
                    for _ in range(rng.randint(0, 12)))).encode(),


def methods(names, make, prefix, weight=1):
    kind = str if prefix == "str_" else bytes
    return [(prefix + name, one(make), getattr(kind, name), weight) for name in names]


CASES = ["lower", "upper", "title", "capitalize", "swapcase"]
CLASSES = ["isalpha", "isalnum", "isdigit", "isspace", "isupper", "islower", "istitle"]

OPERATIONS = (
    methods(CASES + ["casefold"], text, "str_", 4)
    + methods(CLASSES + ["isdecimal", "isnumeric", "isidentifier", "isprintable", "isascii"], text, "str_", 2)
    + methods(CLASSES, lambda rng: chr(rng.randrange(0x110000)), "str_", 2)
    + methods(CASES + CLASSES, data, "bytes_")
    + [
        ("str_at", at_case, lambda whole, at: ord(whole[at])),
        ("str_slice", slice_case, lambda whole, start, end: whole[start:end], 2),
        ("str_slice_plain", slice_case, lambda whole, start, end: whole[start:end]),
        ("str_step", step_case, step_answer, 2),
        ("str_find", find_case, lambda w, p, a, b: None if w.find(p, a, b) < 0 else w.find(p, a, b), 4),
        ("str_rfind", find_case, lambda w, p, a, b: None if w.rfind(p, a, b) < 0 else w.rfind(p, a, b), 4),
        ("str_count", count_case(text), str.count, 2),
        ("str_replace", replace_case(text), replaced, 3),
        ("str_split", split_case(text), str.split, 2),
        ("str_rsplit", split_case(text), str.rsplit, 2),
        ("str_split_space", lambda rng: (text(rng), limit(rng)), lambda w, n: w.split(None, n), 2),
        ("str_rsplit_space", lambda rng: (text(rng), limit(rng)), lambda w, n: w.rsplit(None, n), 2),
        ("str_splitlines", lambda rng: (text(rng), rng.randint(0, 1)), str.splitlines, 2),
        ("str_partition", count_case(text), partition),
        ("str_rpartition", count_case(text), rpartition),
        ("str_strip", strip_case(text), strip, 2),
        ("str_pad", pad_case(text, "x *é日\U0001f600"), pad, 2),
        ("str_zfill", zfill_case(text, ["", "-", "+", "é"]), str.zfill),
        ("str_expandtabs", lambda rng: (text(rng) + "\t" + text(rng), rng.randint(-1, 9)), str.expandtabs),
        ("str_repr", one(text), lambda w: repr(w).encode("utf-8"), 4),
        ("str_ascii", one(text), lambda w: ascii(w).encode("utf-8")),
        ("str_hash", one(text), hash, 4),
        ("bytes_find", DATA_PART, lambda w, p: None if w.find(p) < 0 else w.find(p)),
        ("bytes_rfind", DATA_PART, lambda w, p: None if w.rfind(p) < 0 else w.rfind(p)),
        ("bytes_replace", replace_case(data), replaced),
        ("bytes_split", split_case(data), bytes.split),
        ("bytes_rsplit", split_case(data), bytes.rsplit),
        ("bytes_split_space", lambda rng: (data(rng), limit(rng)), lambda w, n: w.split(None, n)),
        ("bytes_rsplit_space", lambda rng: (data(rng), limit(rng)), lambda w, n: w.rsplit(None, n)),
        ("bytes_splitlines", lambda rng: (data(rng), rng.randint(0, 1)), bytes.splitlines),
        ("bytes_strip", strip_case(data), strip),
        ("bytes_pad", pad_case(data, [b"x", b"\xff"]), pad),
        ("bytes_zfill", zfill_case(data, [b"", b"-", b"+"]), bytes.zfill),
        ("bytes_expandtabs", lambda rng: (data(rng) + b"\t\xff", rng.randint(-1, 9)), bytes.expandtabs),
        ("bytes_hex", hex_case, hexed),
        ("bytes_from_hex", from_hex_case, lambda body: bytes.fromhex(body.decode())),
        ("bytes_repr", one(data), lambda w: repr(w).encode()),
        ("bytes_hash", one(data), hash),
        ("encode", encode_case, str.encode, 5),
        ("decode", decode_case, bytes.decode, 8),
    ]
)

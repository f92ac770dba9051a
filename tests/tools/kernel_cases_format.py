"""Questions about formatting: (operation, maker of arguments, CPython's answer[, weight])."""
import _string

from kernel_cases_number import integer, real
from kernel_cases_text import text


def spec(kinds):
    def build(rng):
        def maybe(chance, make):
            return make() if rng.random() < chance else ""
        out = maybe(0.5, lambda: maybe(0.6, lambda: rng.choice("* 0<x\u00e9日")) + rng.choice("<>^="))
        out += maybe(0.25, lambda: rng.choice("+- "))
        out += maybe(0.06, lambda: "z")
        out += maybe(0.2, lambda: "#")
        out += maybe(0.25, lambda: "0")
        out += maybe(0.5, lambda: str(rng.randint(0, 40)))
        out += maybe(0.3, lambda: rng.choice([",", ",", "_", "_", ",_"]))
        out += maybe(0.4, lambda: "." + maybe(0.97, lambda: str(rng.choice([0, 1, 2, 3, 6, 10, 17, 20, 40]))))
        out += maybe(0.75, lambda: rng.choice(kinds))
        return out + maybe(0.02, lambda: rng.choice(["x", "\u0664", " ", "é", "\x01"]))
    return build


INT_SPEC = spec("ddddnbboxXxceEfFgG%sé\x01")
FLOAT_SPEC = spec("eEfFgGn%fgefgds")
TEXT_SPEC = spec("ssssdx")


def percent(fmt, value):
    return fmt % ((value,) if not fmt.replace("%%", "").count("%") == 0 else ())


def directive(kinds):
    def build(rng):
        flags = "".join(rng.choice("-+ #0") for _ in range(rng.choice([0, 0, 1, 1, 2, 3])))
        width = str(rng.randint(0, 30)) if rng.random() < 0.5 else ""
        precision = "." + rng.choice(["", "0", "1", "2", "5", "17", "30"]) if rng.random() < 0.5 else ""
        long = rng.choice(["", "", "", "l", "h"])
        return rng.choice(["", "a", "é"]) + "%" + flags + width + precision + long + rng.choice(kinds) + rng.choice(["", "%%b"])
    return build


def with_spec(make, maker):
    return lambda rng: (make(rng), maker(rng))


def percent_case(kinds, make):
    fmt = directive(kinds)
    return lambda rng: (fmt(rng), make(rng))


def field_text(rng):
    return "".join(rng.choice(["{", "}", "{{", "}}", "{}", "{0}", "a", "é", "!", "r", ":", "[", "]", ".", "{a.b[c]!r:>{w}}"])
                   for _ in range(rng.randint(0, 7)))


def fields(source):
    out = []
    for literal, name, format_spec, conversion in _string.formatter_parser(source):
        out += [literal, name, format_spec, None if conversion is None else ord(conversion)]
    return out


def name_text(rng):
    return "".join(rng.choice(["0", "12", "a", "é", ".", "[", "]", "[0]", ".b", "[k]", "", "-1", "99999999999999999999"])
                   for _ in range(rng.randint(1, 5)))


def name_parts(source):
    first, rest = _string.formatter_field_name_split(source)
    out = [0 if first == "" else first]
    for is_attribute, value in rest:
        out += [is_attribute, value]
    return out


OPERATIONS = [
    ("format_int", with_spec(integer, INT_SPEC), format, 10),
    ("format_float", with_spec(real, FLOAT_SPEC), format, 10),
    ("format_str", with_spec(text, TEXT_SPEC), format, 5),
    ("format_complex", lambda rng: (real(rng), real(rng), FLOAT_SPEC(rng)),
     lambda re, im, source: format(complex(re, im), source), 4),
    ("format_percent", percent_case("dddiuoxX", integer), percent, 5),
    ("format_percent", percent_case("eEfFgG", real), percent, 5),
    ("format_percent", percent_case("s", text), percent, 2),
    ("format_fields", lambda rng: (field_text(rng),), fields, 5),
    ("format_name", lambda rng: (name_text(rng),), name_parts, 3),
]

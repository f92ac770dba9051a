"""Questions about integers, floats and complex numbers: (operation, maker of arguments, CPython's answer[, weight])."""
import math
import operator
import struct

EDGES = [0, 1, 2, 3, 5, 7, 10, 63, 64, 65, 127, 128, 255, 256, 257, 999, 1000, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 62,
         2 ** 63, 2 ** 64, 10 ** 18, 10 ** 19, 2 ** 61 - 1, 2 ** 122 - 1, 2 ** 128, 10 ** 40, 2 ** 1023, 2 ** 1024]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -0.5, 0.1, 0.3, 1e16, 9999999999999998.0, 1e15, 123456789012345680.0,
          1e-4, 9.999e-5, 1e22, 1e23, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 2.0 ** 53, 2.0 ** 63,
          -2.0 ** 63, 2.0 ** 64, 1e300, 1e-300, float("inf"), float("-inf"), float("nan"), 2.675, 1.005, 0.045,
          1929417554351853.25, 4503599627370497.5, 1e100, 314159.0, 2.0 ** -44, 0.1 + 0.2, 100.0, 1e5, 99999.5]


def integer(rng, bits=600):
    kind = rng.random()
    if kind < 0.35:
        value = rng.choice(EDGES) + rng.randint(-3, 3)
    elif kind < 0.55:
        value = rng.randint(-20, 20)
    elif kind < 0.8:
        value = rng.getrandbits(rng.randint(1, 70))
    else:
        value = rng.getrandbits(rng.randint(1, bits))
    if kind > 0.9:
        value <<= rng.randint(0, 80)
    return -value if rng.random() < 0.4 else value


def small(low, high):
    return lambda rng: rng.randint(low, high)


def real(rng):
    kind = rng.random()
    if kind < 0.2:
        return rng.choice(FLOATS)
    if kind < 0.35:
        return struct.unpack(">d", rng.getrandbits(64).to_bytes(8, "big"))[0]
    if kind < 0.5:
        return rng.randint(-10 ** 6, 10 ** 6) / rng.choice([1, 2, 4, 8, 10, 100, 1000, 3, 7])
    if kind < 0.6:
        value = rng.choice(FLOATS)
        return math.nextafter(value, rng.choice([math.inf, -math.inf]))
    if kind < 0.7:
        return (rng.getrandbits(53) + 0.5) * rng.choice([1.0, 0.5, 0.25, 2.0])
    if kind < 0.8:
        return rng.choice([1, -1]) * 10.0 ** rng.randint(-30, 30) * rng.randint(1, 999)
    return rng.uniform(-100, 100)


def args(*makers):
    return lambda rng: tuple(make(rng) for make in makers)


def numeral(rng):
    kind = rng.random()
    if kind < 0.03:
        return rng.choice("19") * rng.randint(4295, 4305) + rng.choice(["", "_", "x", "0_0", " "])
    digits = "0123456789" if kind < 0.6 else "0123456789abcdefxyzABZ"
    text = "".join(rng.choice(digits) for _ in range(rng.randint(0, 30)))
    if rng.random() < 0.3:
        at = rng.randint(0, len(text))
        text = text[:at] + rng.choice(["_", "__", " ", "-", ".", "\0", "é", "٣", "１", "\u00a0", "'"]) + text[at:]
    text = rng.choice(["", "", "", "0x", "0b", "0o", "0X", "0x_", "0_", "00", "0"]) + text
    text = rng.choice(["", "", "-", "+", "--", "- "]) + text
    blank = ["", "", " ", "\t\n", "\u2003", "\x1c", "\x85", "\x0b\x0c"]
    return rng.choice(blank) + text + rng.choice(blank)


def real_numeral(rng):
    kind = rng.random()
    if kind < 0.15:
        return rng.choice(["inf", "-inf", "nan", "+NaN", "Infinity", "iNf", "infin", "in_f", "-nan", "1e", ".", "", "e5",
                           "1e400", "-1e400", "1e-400", "0x10", "1.e5", ".5e1", "1_0.5_0e1_0", "1_.5", "1._5", "_1",
                           "1_", "1__0", "1e_5", "1_e5", "٣.٥", "1\0", "'\"", "é", "1e5.", "1..2", "+-1", "1d5"])
    if kind < 0.4:
        text = repr(real(rng))
    elif kind < 0.7:
        text = f"{rng.getrandbits(60)}.{rng.getrandbits(80)}e{rng.randint(-330, 320)}"
    else:
        text = f"{rng.randint(-999, 999)}{rng.choice(['', '.', '.5', 'e3', 'E-2', '_0', ' 1'])}"
    return rng.choice(["", " ", "\n", "\u2003"]) + text + rng.choice(["", " ", "\t", "\x85"])


def to_bytes(value, length, flags):
    return value.to_bytes(length, "little" if flags & 1 else "big", signed=bool(flags & 2))


def power(base, exponent):
    """A complex power is computed elsewhere."""
    if isinstance(base, float) and -math.inf < base < 0 and math.isfinite(exponent) and exponent % 1:
        return None
    return pow(base, exponent)


def radix(value, base):
    return {2: bin, 8: oct, 16: hex}[base](abs(value))[2:].encode()


def compare(a, b):
    return (a > b) - (a < b)


def compare_real(a, b):
    return None if b != b else compare(a, b)


def hex_numeral(rng):
    if rng.random() < 0.5:
        return real(rng).hex().encode()
    text = "".join(rng.choice("0123456789abcdefF.") for _ in range(rng.randint(0, 34)))
    text = rng.choice(["", "0x", "0X", "-0x", " +0x"]) + text
    return (text + rng.choice(["", "p5", "P-3", "p", "p+1074", "p-1080", "p1020", "p99999999999999999999", " "])).encode()


def no_nan_hash(value):
    return None if value != value else hash(value)


BASES = [0, 0, 10, 10, 10, 2, 8, 16, 36, 3, 7, 1, 37, -1]


def base(rng):
    return rng.choice(BASES)


def text_bytes(rng):
    return numeral(rng).encode("utf-8")


def some_bytes(rng):
    return bytes(rng.choice([0, 0xff, 0x80, 0x7f, rng.randrange(256)]) for _ in range(rng.randint(0, 20)))


TWO = args(integer, integer)
ONE = args(integer)
REAL = args(real)
REALS = args(real, real)

OPERATIONS = [
    ("int_add", TWO, operator.add),
    ("int_sub", TWO, operator.sub),
    ("int_mul", TWO, operator.mul),
    ("int_neg", ONE, operator.neg),
    ("int_floordiv", TWO, operator.floordiv, 3),
    ("int_mod", TWO, operator.mod, 3),
    ("int_divmod", TWO, divmod, 3),
    ("int_cmp", TWO, compare),
    ("int_pow", args(integer, small(-12, 40)), power),
    ("int_pow_mod", args(integer, lambda rng: integer(rng, 100), lambda rng: integer(rng, 200)), pow),
    ("int_shl", args(integer, small(-2, 200)), operator.lshift),
    ("int_shr", args(integer, small(-2, 700)), operator.rshift),
    ("int_shr", args(integer, lambda rng: 1 << rng.randint(60, 80)), operator.rshift, 0.1),
    ("int_and", TWO, operator.and_),
    ("int_or", TWO, operator.or_),
    ("int_xor", TWO, operator.xor),
    ("int_invert", ONE, operator.invert),
    ("int_bit_length", ONE, int.bit_length),
    ("int_bit_count", ONE, int.bit_count),
    ("int_to_bytes", args(integer, small(0, 20), small(0, 3)), to_bytes),
    ("int_from_bytes", args(some_bytes, small(0, 3)),
     lambda data, flags: int.from_bytes(data, "little" if flags & 1 else "big", signed=bool(flags & 2))),
    ("int_hash", ONE, hash),
    ("int_true_div", args(lambda rng: integer(rng, 2200), lambda rng: integer(rng, 2200)), operator.truediv, 4),
    ("int_to_float", args(lambda rng: integer(rng, 1030)), float, 3),
    ("int_from_float", REAL, int),
    ("int_cmp_float", args(integer, lambda rng: rng.choice([real(rng), float(rng.getrandbits(70)) * 2.0])), compare_real, 3),
    ("int_ratio", REAL, lambda value: value.as_integer_ratio()),
    ("int_str", args(lambda rng: rng.choice([integer(rng), 10 ** rng.randint(4295, 4303) - rng.randint(0, 1)])),
     lambda value: str(value).encode()),
    ("int_radix", args(integer, lambda rng: rng.choice([2, 8, 16])), radix),
    ("int_parse", args(numeral, base), int, 5),
    ("int_parse_bytes", args(text_bytes, base), int, 3),
    ("int_isqrt", ONE, math.isqrt, 3),
    ("int_gcd", TWO, math.gcd),
    ("int_lcm", TWO, math.lcm),
    ("int_factorial", args(small(-3, 300)), math.factorial, 0.3),
    ("int_comb", args(small(-3, 300), small(-3, 300)), math.comb),
    ("int_perm", args(small(-3, 100), small(-3, 100)), math.perm),
    ("float_repr", REAL, lambda value: repr(value).encode(), 10),
    ("float_parse", args(real_numeral), float, 5),
    ("float_parse_bytes", args(lambda rng: real_numeral(rng).encode()), float),
    ("float_div", REALS, operator.truediv),
    ("float_floordiv", REALS, operator.floordiv, 4),
    ("float_mod", REALS, operator.mod, 4),
    ("float_divmod", REALS, divmod, 4),
    ("float_pow", REALS, power, 3),
    ("float_pow", args(real, lambda rng: float(rng.randint(-9, 9))), power),
    ("float_round", REAL, round),
    ("float_places", args(real, small(-5, 20)), round, 5),
    ("float_places", args(real, small(-330, 330)), round),
    ("float_floor", REAL, math.floor),
    ("float_ceil", REAL, math.ceil),
    ("float_trunc", REAL, math.trunc),
    ("float_hash", REAL, no_nan_hash),
    ("float_is_integer", REAL, float.is_integer),
    ("float_hex", REAL, lambda value: value.hex().encode()),
    ("float_from_hex", args(hex_numeral), lambda text: float.fromhex(text.decode()), 3),
]

OPERATIONS += [
    ("word_add", TWO, operator.add),
    ("word_sub", TWO, operator.sub),
    ("word_mul", TWO, operator.mul),
    ("word_and", TWO, operator.and_),
    ("word_or", TWO, operator.or_),
    ("word_xor", TWO, operator.xor),
    ("word_neg", ONE, operator.neg),
    ("word_invert", ONE, operator.invert),
    ("word_square_less", TWO, lambda a, b: a * a - b + 1),
    ("word_floordiv", args(integer, lambda rng: integer(rng) or 1), operator.floordiv),
    ("word_cmp", TWO, compare),
    ("word_value", ONE, int),
]

UNARY = ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "exp", "exp2", "expm1",
         "gamma", "lgamma", "log", "log10", "log1p", "log2", "sin", "sinh", "sqrt", "tan", "tanh", "ulp", "degrees"]


def moderate(rng):
    return rng.choice([real(rng), rng.uniform(-1, 1), rng.uniform(-30, 30), rng.uniform(0, 2), rng.uniform(-200, 200),
                       float(rng.randint(-30, 30)), rng.randint(-9, 9) / 2])


def reals(low, high):
    return lambda rng: tuple(moderate(rng) for _ in range(rng.randint(low, high)))


def fsum_case(rng):
    values = [real(rng) for _ in range(rng.randint(1, 8))]
    return tuple(values + [-value for value in values if rng.random() < 0.3])


OPERATIONS += [("math_" + name, args(moderate), getattr(math, name), 2) for name in UNARY]
OPERATIONS += [
    ("math_log_int", args(lambda rng: integer(rng, 3000)), math.log),
    ("math_log2_int", args(lambda rng: integer(rng, 3000)), math.log2),
    ("math_log10_int", args(lambda rng: integer(rng, 3000)), math.log10),
    ("math_atan2", args(moderate, moderate), math.atan2, 3),
    ("math_fmod", REALS, math.fmod, 2),
    ("math_remainder", REALS, math.remainder, 2),
    ("math_pow", args(moderate, moderate), math.pow, 2),
    ("math_frexp", REAL, math.frexp),
    ("math_ldexp", args(real, lambda rng: rng.choice([rng.randint(-1200, 1200), rng.randint(-60, 60), 2 ** 70, -2 ** 70])),
     math.ldexp, 3),
    ("math_modf", REAL, math.modf),
    ("math_nextafter", REALS, math.nextafter),
    ("math_radians", REAL, math.radians),
    ("math_hypot", reals(1, 5), math.hypot, 3),
    ("math_fsum", fsum_case, lambda *values: math.fsum(values), 3),
]


def or_nan(of):
    """Out of the domain the stand-ins answer NaN, out of the range infinity."""
    def answer(*values):
        try:
            return of(*values)
        except ValueError:
            return math.nan
        except OverflowError:
            return -math.inf if values[0] < 0 and of is math.sinh else math.inf
    return answer


# Where the system library that CPython calls is not at hand, these differ from it in the last bits of a few results.
NEAR = ["sin", "cos", "tan", "asin", "acos", "atan", "cosh", "sinh", "tanh", "cbrt", "erf", "erfc"]
OPERATIONS += [("near_" + name, args(moderate), or_nan(getattr(math, name)), 2) for name in NEAR]
OPERATIONS += [
    ("near_log10", args(lambda rng: abs(moderate(rng)) or 1.0), or_nan(math.log10)),
    ("near_atan2", args(moderate, moderate), math.atan2),
]

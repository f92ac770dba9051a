"""The line format between kernels_vs_cpython.py and runtime/examples/kernels."""
import struct


class Several(tuple):
    """Values that an operation answers together."""


def pack(value):
    if value is None:
        return "n:"
    if isinstance(value, bool):
        return f"i:{int(value)}"
    if isinstance(value, int):
        if abs(value) < 10 ** 4000:
            return f"i:{value}"
        sign, digits, size = "-" if value < 0 else "", [], abs(value)
        while size:
            size, low = divmod(size, 10 ** 4000)
            digits.append(str(low).zfill(4000) if size else str(low))
        return "i:" + sign + "".join(reversed(digits))
    if isinstance(value, float):
        if value != value:
            return "f:nan"
        return "f:" + struct.pack(">d", value).hex()
    if isinstance(value, str):
        return "s:" + value.encode("utf-8", "surrogatepass").hex()
    if isinstance(value, (bytes, bytearray)):
        return "b:" + bytes(value).hex()
    if isinstance(value, (tuple, list)):
        return ",".join(map(pack, value))
    return str(value)


def pack_argument(value):
    return "f:7ff8000000000000" if value != value else pack(value)


def answer(reference, args):
    """What CPython says, in the same form."""
    try:
        return pack(reference(*args))
    except Exception as error:
        text = str(error) if not isinstance(error, KeyError) else error.args[0]
        return f"!{type(error).__name__}: {text.encode('utf-8', 'backslashreplace').hex()}"


def near(want, got):
    """Two floats no more than four steps apart."""
    if want[:2] != "f:" or got[:2] != "f:" or "nan" in want + got:
        return want == got
    return abs(int(want[2:], 16) - int(got[2:], 16)) <= 4


def readable(text):
    try:
        if text.startswith("!"):
            name, _, body = text.partition(": ")
            return f"{name}: {bytes.fromhex(body).decode('utf-8', 'surrogatepass')}"
        return ", ".join(map(readable_one, text.split(",")))[:400]
    except ValueError:
        return text[:400]


def readable_one(word):
    kind, body = word[:2], word[2:]
    if kind == "s:":
        return repr(bytes.fromhex(body).decode("utf-8", "surrogatepass"))
    if kind == "b:":
        return repr(bytes.fromhex(body))
    if kind == "f:" and body != "nan":
        return repr(struct.unpack(">d", bytes.fromhex(body))[0])
    return body

def total(xs):
    t = 0
    for x in xs:
        t += x
    return t


def pairs(words):
    return {w: len(w) for w in words}, [(w, 1) for w in words]


def mixed(xs, x):
    xs.append(x)
    return xs


print(total([1, 2]), pairs("a b".split()), mixed([1], "a"))
# expect:
# global total: function
# global pairs: function
# global mixed: function
# <module>:1 -> None
#     %2: function
#     %5: function
#     %8: function
#     %11: int 1..1 as i64
#     %12: int 2..2 as i64
#     %13: list[int]
#     %14: int 0..2305843009213693952 as i64
#     %15: str
#     %16: list[str]
#     %17: tuple[dict[str, int], list[tuple[str, int]]]
#     %18: int 1..1 as i64
#     %19: list[value]
#     %20: str
#     %21: list[value]
#     %22: None
#     %23: None
# total:2 closed -> int 0..2305843009213693952 as i64
#   xs: list[int]
#   t: int 0..2305843009213693952 as i64
#   x: int 1..2 as i64
#     %26: int 0..0 as i64
#     %29: list[int]
#     %30: int 1..2 as i64
#     %33: int 0..2305843009213693952 as i64
#     %34: int 1..2 as i64
#     %35: int 1..2305843009213693952 as i64
#     %38: int 0..2305843009213693952 as i64
# pairs:3 closed -> tuple[dict[str, int], list[tuple[str, int]]]
#   words: list[str]
#   w: str
#   w: str
#     %41: list[str]
#     %42: dict[str, int]
#     %43: str
#     %45: str
#     %46: str
#     %47: int 0..281474976710656 as i64
#     %49: list[str]
#     %50: list[tuple[str, int]]
#     %51: str
#     %53: str
#     %54: int 1..1 as i64
#     %55: tuple[str, int]
#     %57: tuple[dict[str, int], list[tuple[str, int]]]
# mixed:4 closed -> list[value]
#   xs: list[value]
#   x: str
#     %60: list[value]
#     %61: str
#     %62: None
#     %64: list[value]

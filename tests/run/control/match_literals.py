# match: literals, captures, wildcards, or-patterns, guards, constants by dotted name.
class Color:
    RED = 1
    GREEN = "g"
def f(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -5:
            return "minus five"
        case 2.5:
            return "float"
        case "a" | "b" as letter:
            return "letter " + letter
        case b"x":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true?"
        case 1 + 2j:
            return "complex"
        case Color.GREEN:
            return "green"
        case int() if x > 100:
            return "big"
        case int(n):
            return f"int {n}"
        case str() as s if len(s) > 5:
            return "long " + s
        case "multi" "part":
            return "joined"
        case _:
            return "other"
for v in (0, 1, 2, 3, 4, -5, 2.5, "a", "b", "g", b"x", None, True, False, 1 + 2j, 101, "abcdefgh", "xyz", [], 0.0, 1.0, "multipart", 3.0, object):
    print(v, f(v))
def g(cmd):
    match cmd.split():
        case ["go", ("north" | "south") as d]:
            return "going " + d
        case ["go", other]:
            return "cannot go " + other
        case ["take", *items] if items:
            return "took " + ",".join(items)
        case [single]:
            return "alone " + single
        case []:
            return "empty"
        case [first, *_, last]:
            return first + ".." + last
for c in ("go north", "go up", "take a b", "take", "", "x y z w", "jump"):
    print(g(c))
match 5:
    case y:
        pass
print(y)
match = 3
case = match + 1
print(match, case)
match (1, 2):
    case 1, b:
        print("tuple", b)
match [1], 2:
    case [[a], b]:
        print(a, b)
def none(x):
    match x:
        case 1:
            return 1
print(none(2))

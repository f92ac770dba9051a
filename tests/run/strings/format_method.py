# str.format: automatic, numbered, named fields, attributes and items, nested specs.
class P:
    x = 5
    items = ["a", "b"]
print("{} {}".format(1, 2), "{1} {0} {1}".format("a", "b"), "{name} {0}".format(1, name="n"), "{0.x} {0.items[1]} {1[k]} {1[0]}".format(P(), {"k": "v", 0: "zero"}))
print("{:>{w}}|{:{a}{w}}|{:.{p}f}".format("r", "c", 2.71828, w=5, a="^", p=2), "{!r} {!s} {!a}".format("é", "é", "é"), "{{}} {{{}}}".format(1), "{0!r:>5}".format("a"), "{:,} {:_} {:%}".format(10000, 10000, 0.25))
print("{:d} {:x} {:08b} {:e} {:10} {:<10}|".format(5, 255, 5, 12345.0, "s", 7), "{0[0]}{0[2]}".format("xyz"), "{a[b][c]}".format(a={"b": {"c": 9}}), "no fields".format(), "{}".format(None), "{:>5}".format(True), "{}{}".format(*"ab"), "{a}{b}".format(**{"a": 1, "b": 2}))
for f in (lambda: "{}".format(), lambda: "{x}".format(), lambda: "{1}".format(0), lambda: "{} {0}".format(1), lambda: "{0} {}".format(1), lambda: "{".format(), lambda: "}".format(), lambda: "{0.y}".format(P()), lambda: "{0[z]}".format({}), lambda: "{!x}".format(1), lambda: "{:d}".format("a"), lambda: "{0[}".format([1]), lambda: "{a b}".format(), lambda: "{!}".format(1)):
    try:
        print(f())
    except (IndexError, KeyError, ValueError, AttributeError, TypeError) as e:
        print(type(e).__name__, e)
print("{x} {y[a]}".format_map({"x": 1, "y": {"a": 2}}))
class D(dict):
    def __missing__(self, k):
        return "<" + k + ">"
print("{a} {b}".format_map(D(a=1)))

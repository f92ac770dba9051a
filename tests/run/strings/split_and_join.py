# split with and without a separator, rsplit, partition, splitlines, join.
s = "  a  b c \t\n d "
print(s.split(), s.split(" "), s.split(None, 1), s.split(" ", 2), s.rsplit(None, 2), s.rsplit(" ", 1), "".split(), "".split(" "), "   ".split())
print("a,b,,c,".split(","), "a,b,,c,".rsplit(",", 2), "a--b--c".split("--"), "abc".split("x"), "a,b".split(",", 0), " a b ".split(None, 0), "a,b,c".split(",", -1), "a b c".split(maxsplit=1), "a|b".split(sep="|"))
print("k=v=w".partition("="), "k".partition("="), "k=v=w".rpartition("="), "k".rpartition("="), "a b\u00a0c\u3000d\x1ce".split())
print("a\nb\r\nc\rd\x0be\x85f\u2028g".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines(), "\n".splitlines(), "a".splitlines())
print(",".join(["a"]), ", ".join([]), "-".join("abc"), "".join(("x", "y")), "é".join(["1", "2", "3"]), "-".join(c for c in "pq"), "|".join({"k": 1}))
for bad in (lambda: ",".join(["a", 1]), lambda: ",".join([None]), lambda: ",".join(5), lambda: "a".split(""), lambda: "a".partition(""), lambda: "a".split(1), lambda: ",".join(["a", "b", b"c"]), lambda: "a".rsplit(""), lambda: "a".rpartition("")):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

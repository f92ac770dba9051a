# Assignment expressions.
if (n := len("hello")) > 3:
    print(n)
data = [1, 2, 3, 4]
i = 0
while (x := data[i]) < 3:
    print(x, end=" ")
    i += 1
print(x, i)
print([y := 1, y + 1, y := y + 5, y], (z := 3) + z, [w for v in data if (w := v * 2) > 2], w)
def f(a, b=(d := 5)):
    return a + b + d
print(f(q := 1), q, d)
any((hit := v) > 2 for v in data)
print(hit)
def g():
    if (local := 10) and [local := local + k for k in range(3)]:
        return local
print(g())
print({(k := "key"): (v := 1)}, k, v, f"{(t := 7)} {t:>3}", not (u := 0), u)
total = 0
print([total := total + v for v in data], total)
lines = iter(["a", "b", "", "c"])
while line := next(lines):
    print(line, end=";")
print(repr(line))
print((a := 1, b := 2), a, b, (lambda: (m := 4) + m)())
def outer():
    c = 0
    def inner():
        nonlocal c
        return (c := c + 1)
    inner()
    return inner(), c
print(outer())

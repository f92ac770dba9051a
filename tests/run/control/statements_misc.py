# pass, semicolons, line joining, chained assignment, nested data, docstrings, ellipsis, global statements at module level.
"""module doc"""
x = 1; y = 2; print(x, y)
if x: pass
a = b = c = []
a.append(1)
print(b, c is a, __doc__, __name__)
long = (1 +
        2 +
        3)
text = "a" \
    "b"
print(long, text)
if x == 1: print("one-line if")
else: print("no")
for i in 1, 2, 3: print(i, end=" ")
print(*(lambda *a: a)(1, 2), end="\n")
def f(): return 1; print("never")
print(f(), 1_000, 0xFF, 0b11, 0o17, 1e3, .5, 5., 1j, 1_0.0_1, 0xdead_beef)
x, = [5]
[y] = (6,)
print(x, y, (x, y), x if x > y else y, -x ** 2, 2 ** -1, not x == y, ~x & 7, x // 2 * 2, -7 // 2, 3 - -3, 10 - 5 - 2, 2 ** 3 ** 0, 1 if 0 else 2 if 0 else 3, 5 & 3 | 8 ^ 1 << 2)
class Empty: ...
def nothing(): """doc"""
print(nothing(), Empty.__name__)
while 0: pass
else: print("else of while 0")
try: pass
finally: print("fin")
lst = [1, 2, 3,]
tup = 1, 2,
dct = {"a": 1, "b": 2,}
print(lst, tup, dct, f"{x}" 'y' "z", r"\n", b"a" b"b", u"uni")
global_count = 0
def inc(n=1):
    global global_count
    global_count += n
    return global_count
print(inc(), inc(5), global_count)
lambda: (yield_ := 1)
print([*range(3)][-1], {**{"k": 1}}["k"], (lambda x: lambda y: x + y)(1)(2), "abc"[1], [[1, 2], [3]][0][1], {"a": [1, {"b": 2}]}["a"][1]["b"], "a-b".split("-")[0].upper().lower()[0])
if (a := 1) and not (b := 0) or a:
    pass
print(a, b)

print(eval("1 + 2 * 3"))
x = 5
print(eval("x ** 2 + len('abc')"), eval("[i * x for i in range(4) if i % 2]"), eval("(lambda a, b=2: a + b)(1)"))
def f(n):
    y = 7
    return eval("n * y + x")
print(f(3))
exec("z = 10\ndef g(a, *b, k=1, **kw):\n    'doc'\n    t = a + k\n    for i in b:\n        t += i\n    return t, kw\n")
print(z, g(1, 2, 3, k=5, q=1), g.__doc__, g.__name__)
d = {}
exec("""
class A:
    'cls'
    n = 3
    def __init__(self, v): self.v = v
    def m(self): return self.v * A.n
    @property
    def p(self): return self.m() + 1
r = []
for i in range(5):
    if i == 1: continue
    elif i == 4: break
    else: r.append(i)
try:
    1 / 0
except ZeroDivisionError as e:
    msg = str(e)
finally:
    fin = True
a, *b = [1, 2, 3]
s = f"{a:>3}|{b!r}|{A(2).p}|{a=}"
w = {k: v for k, v in zip("ab", (1, 2))}
while True:
    a += 1
    if a > 5: break
def outer():
    c = 0
    def inner():
        nonlocal c
        c += 1
        return c
    inner(); return inner()
o = outer()
gen = sum(q * q for q in range(4))
t = 1 if a else 2
assert a == 6, "no"
del fin
""", d)
print(d["r"], d["msg"], d["b"], d["s"], d["w"], d["a"], d["o"], d["gen"], d["A"](4).p, d["A"].__doc__, "fin" in d, "__builtins__" in d)
for bad in ["1 +", "x = ", "(", "a b", "def f(:", "1 = 2", "for", "'abc", "return 1", "break", "{1:2, 3}", "f(a=1, 2)", "  a", "if 1:\npass", "lambda x, x: 1", "0777", "1__0", "a := 1", "*a", "x = *y", "del f()", "def f():\n nonlocal q", "try: pass"]:
    try:
        exec(bad)
        print("ran", bad)
    except SyntaxError as e:
        print(type(e).__name__, repr(bad))
try: eval("nope + 1")
except NameError as e: print(e)
try: eval("x = 1")
except SyntaxError as e: print("SyntaxError")
c = compile("x * 3", "f.py", "eval"); print(eval(c), eval(c, {"x": "ab"}))
try: exec("raise ValueError('boo')")
except ValueError as e: print(e)
print(eval("x", {"x": 1}, {"x": 2}), eval(b"1+1"), exec("pass"))
print([eval("i + 1") for i in range(3)])

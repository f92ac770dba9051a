def check(code):
    try:
        exec(code)
        print("ran", repr(code))
    except IndentationError as e:
        print(type(e).__name__, repr(code))
    except SyntaxError as e:
        print("SyntaxError", repr(code))
    except Exception as e:
        print("raised", type(e).__name__, repr(code))


for code in [
    "a \\a\n", "def f():\n  a\n a\n", "!", "$", "`", " a\n", "123z", "1 or 2 or", "{1:", "'' = 1", "{} = 1",
    "(i for i in a) = 1", "f() = 1", "f**2 = 1", "*a, *b = c", "a, b += c", "[a, b] += c", "def f(a=1, b): pass",
    "del f[0]**2", "continue", "yield", "nonlocal a", "await 1", "try:\n a\nexcept:\n pass\nexcept:\n pass",
    "f(1=2)", "{1, 2:3}", "'abc' b'def'", "def f(a, a): pass", "def f():\n def g():\n  nonlocal a",
    "def f(x):\n global x", "def f(x):\n nonlocal x", "def f():\n nonlocal x\n global x",
    "def f(x, *a, *):\n pass", "lambda x, *a, *: 1", "def f(x, *a, **kw, r):\n pass", "f(**a, b)", "() = []", "del ()",
    "if True:\n  pass\n    pass\n", "if True:\n    pass\n  pass\n", "if True:\n    pass\n\tpass\n", "0xX",
    "from __future__ import nope", "a = 1\nfrom __future__ import division", "from __future__ import division",
    "f'{'", "f'{}'", "f'{a!x}'", "x = 1; y = 2; print(x + y)", "if 1: print('one line')", "class A: pass\nprint(A.__name__)",
    "print(*[1, 2], sep='-')", "return", "x: int = 5\nprint(x)", "[(i := i) for i in [1]]", "print([y := 3, y])",
    "print(f'{3!r:>4}|{1 + 1}|{\"q\"}')", "def f(a, /, b, *, c): return a, b, c\nprint(f(1, 2, c=3))", "f(x for x in y, 1)",
    "print(a if 1)", "pass pass", "import", "assert", "with a as 1: pass", "for 1 in x: pass", "lambda: (yield)",
]:
    check(code)

x = "global"


def f():
    x = "local"
    y = "only here"
    print(eval("x, y"), eval("x", globals()), eval("x", {"x": "given"}))
    exec("x = 'changed'; z = 1; print(x, z)")
    print(x)
    names = {}
    exec("def g(n):\n    return n if n < 2 else g(n - 1) + g(n - 2)", names)
    return names["g"](10)


print(f())


class Loud(dict):
    def __missing__(self, key):
        print("missing", key)
        return len(key)


print(eval("alpha + be", {}, Loud()))
for bad in (lambda: eval("x", 5), lambda: exec("x", 5), lambda: eval("x", {}, 5), lambda: exec("x", {}, 5),
            lambda: eval(5), lambda: exec(5), lambda: eval("x", {}), lambda: eval("f(", {}), lambda: eval("1", {}, {}, {}),
            lambda: eval("(lambda: q)()", {}), lambda: exec("del q"), lambda: exec("def f():\n  print(v)\n  v = 1\nf()"),
            lambda: compile("1", "f", "mode")):
    try:
        print(bad())
    except SyntaxError as e:
        print("SyntaxError")
    except Exception as e:
        print(type(e).__name__, e)
code = compile("total = sum(values)\nbig = [v for v in values if v > limit]", "job.py", "exec")
space = {"values": [1, 5, 9], "limit": 3}
exec(code, space)
print(space["total"], space["big"], code.co_filename)
try:
    compile("a = (1\nb = 2", "bad.py", "exec")
except SyntaxError as e:
    print(e.filename, e.lineno)
print(eval(" \t 1 + 1"), eval("'a' 'b'"), eval("0x1f + 0b11 + 1_000 + 0o17"), eval("1e3, .5, 2j, 5."), eval("not 1 in [2]"))
print(eval("{**{'a': 1}, 'b': [*range(3)]}"), eval("{1, *[2]}"), eval("'%s' % 5"), eval("x[0:3:2]"), eval("-2 ** 2"))
exec("exec('print(1 + 1)'); print(eval('x'))")
exec("print(sorted(n for n in locals() if n in ('x', 'f')), 'x' in globals())")

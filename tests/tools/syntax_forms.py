"""syntax_forms.py: one form of the language, or one way to get it wrong, a line; each must give CPython's tree or error.

Compared are the dump with positions, or message, line and offset. In the list below ⏎ stands for a line end, ⇥ for a
tab, ␌ for a form feed, ⍽ for a no-break space, ⌀ for a zero-width one. The last line is `N passed, N failed`."""
import ast
import os
import re
import subprocess
import sys
import tempfile
import warnings

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SIGNS = str.maketrans("⏎⇥␌⍽⌀", "\n\t\f\u00a0\u200b")
FORMS = r"""
del ()
() = x
[] = x
for () in x: pass
() += 1
(a) += 1
(a): int = 3
*a, *b = x
print(a := 1)
x[a := 1]
x[a := 1, b]
x[a:b, c := 1]
{a := 1}
{a := 1: 2}
lambda: (yield)
with a as (b, c): pass
with a as b.c: pass
with a as b[c]: pass
with a as *b: pass
with (a as *b): pass
from . import (a, b,)
from .a.b import c
from ... import a
from .... import a
@x.y[0](z)
x = *a, b
for x in *a, b: pass
f(a, *b, c)
f(**a, b=1)
f(b=1, *a)
f(*a, b=1, *c, **d)
class A(*b, **c, metaclass=d): pass
(yield) = 1
lambda *, a: 1
lambda *a, **k: 1
lambda a, /, b=1, *c, d, e=2, **f: 1
def f(a, *, b=1, c): pass
not a in b
a not in b not in c
1 .real
1..real
1.real
0_0
0o_7
1__0
0xfor x
1if x else y
1_000j
1e5j
.5e-3j
00
00.5
09.5
09j
09
0_7
1_e5
1e
1e+
0x
0b2
0o8
0b1_
1_
.1_
1.e5
1._5
1e1_0
a.1
a.__1
"a" f"b" r"c" u"d"
ur"x"
bf"x"
rb"x" Rb'y' BR"z"
f"{a!r:^{w}.{p}}"
f"{a:%H:%M}"
f"{a['b']}"
f'{a["b"]!s}'
f"{ {1:2}[1] }"
f"{{}}{{{a}}}"
f"{a:{{}}}"
f"{a:}}"
f"{(lambda x: 1)}"
f"{a:=5}"
f"{(a:=5)}"
f"{a==b}{a!=b}{a<=b}{a>=b}"
f"{a=}{a = !r}{a=:>5}"
f"{yield}"
f"{*a, b}"
f"{a for a in b}"
f"{a,}"
f"\\{a}"
rf"\\{a}"
rf"\\N{a}"
f"{a}" "{b}" '{c}'
x = (yield)
async def f(): await x; return [await y async for z in w]
async def f():⏎ async with a as b, c: pass⏎ async for x in y: pass⏎ else: pass
if a: b; c; 
if a: pass;
while 1: break
else: pass
a; b;
a;; b
;a
pass pass
if a:⏎⇥b⏎⇥c
if a:⏎        b⏎⇥c
if a:⏎⇥b⏎        c
\\⏎a
a\\⏎+b
a \\⏎
# c
␌ a
␌a
if a:⏎ ␌ b
  ⏎  # x⏎a
a⏎\\⏎
class A:⏎ x = 1⏎⏎⏎ y = 2⏎# c⏎ z = 3
def f(): return
def f(): 'doc'
@a⏎@b⏎def f(): pass
@a⏎class B: pass
@a⏎async def f(): pass
@a⏎x = 1
try: a⏎finally: b
try: a⏎except: b⏎except A: c
try: a⏎except A: b⏎else: c⏎finally: d
try: a⏎else: b
try: a⏎except (A, B) as e: b
try: a⏎except* A as e: b
match x:⏎ case 1: pass⏎ case _: pass
match x, y:⏎ case a, b: pass
match *a, b:⏎ case [*_]: pass
match (x):⏎ case (1): pass
match [x]:⏎ case []: pass
match -x:⏎ case -1: pass
match x:⏎ case {}: pass
match x:⏎ case {**a}: pass
match x:⏎ case A(): pass
match x:⏎ case A(1, b=2,): pass
match x:⏎ case a | b: pass
match x:⏎ case (a | b) as c: pass
match x:⏎ case "a" "b": pass
match x:⏎ case a.b(): pass
match x:⏎ case 1+1j: pass
match x:⏎ case 1-1: pass
match x:⏎ case +1: pass
match x:⏎ case a:b: pass
match x:⏎ case (a, ): pass
match x:⏎ case *a,: pass
match x:⏎ case *a: pass
match(x)
match = 1
match.x
match[x]
match(x).y
match - x
match * x
print(match, case)
case = 1
_ = 1
nonlocal x
global x, y
global x,
assert x, y
assert x, y, z
raise
raise x from y
raise from y
import a.b.c as d, e
import a,
import (a)
from a import *
from a import (*)
return
x: int
x.y: int = 1
x[0]: int
x: int = yield
x: a, b
x = y: int
(x, y): int
print >>a, b
print(a, b) if c else d
exec "a"
a = b = c = d
a, b = c, d = e
a += b += c
a if b else c = d
x = a if b else c if d else e
lambda: a if b else c
lambda x=1: x
lambda (x): x
a < b > c == d is not e in f not in g
a is not not b
a is (not b)
not not a
- - a
~-+a
a ** -b
-a ** b
a ** b ** c
await a ** b
a @ b @ c
a << b >> c & d | e ^ f
(a, b) = c
[a, b] = c
[a, (b, c)] = d
(a.b, c[d]) = e
a[b:c, d:e:f, ::, :, ...]
a[b, ]
a[()]
a[:, b]
a[*b]
a[*b, c]
a[b:=1]
a[b=1]
a[]
{**a, 'b': c, **d}
{a: b for c in d if e if f for g in h}
{*a, b}
{a, b,}
[*a, b]
(*a, b)
(*a,)
(*a)
*a
*a,
print(*a)
f(a)(b)[c].d
"a".b
'a' 'b'.c
[].a
{}.a
().a
...
....a
None.a
True = 1
f(True=1)
def f(None): pass
class None: pass
def None(): pass
x.None
import None
a = 0777
a = 1L
a <> b
`a`
a!
a?b
$a
a = "
a = 'b
a = '''b
a = (b
a = b)
a = [b)
é = 1
a·b = 1
·a = 1
x² = 1
ａ = 1
a = “b”
a⍽= 1
⌀a = 1
a = '\\u12'
a = '\\x4'
a = '\\N{foo}'
a = '\\N'
a = b'\\x4'
a = b'é'
a = '\\8'
a = '\\777'
a = b'\\777'
a = '\\\n'
a = 'b\\\nc'
a = r'\\'
a = r'\\\\'
a = r'b\\'c'
""".strip("\n").split("\n")


def expected(source):
    try:
        return ast.dump(ast.parse(source), include_attributes=True)
    except SyntaxError as error:
        return f"{error.lineno}:{error.offset or 1} {type(error).__name__}: {error.msg}"


def main():
    warnings.simplefilter("ignore")
    dumper = os.path.join(ROOT, "build", "tools", "dump_trees")
    subprocess.run(["make", "--no-print-directory", "-s", "-C", ROOT, "build/tools/dump_trees"], check=True)
    sources = [form.translate(SIGNS) for form in FORMS]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, f"{i}.py") for i in range(len(sources))]
        for path, source in zip(paths, sources):
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(source)
        out = subprocess.run([dumper, *paths], stdout=subprocess.PIPE, check=True).stdout
    at = 0
    for form, source in zip(FORMS, sources):
        end = out.index(b"\n", at)
        length = int(out[at:end].split(b" ", 1)[0])
        got = out[end + 1:end + 1 + length].decode("utf-8").split("\n")[0]
        got = re.sub(r"^(\d+:\d+):\d+: ", r"\1 ", got)
        at = end + 1 + length + 1
        want = expected(source)
        if got != want:
            failed += 1
            print(f"failed: {form}\n    CPython:  {want[:300]}\n    Portalis: {got[:300]}")
    print(f"{len(sources) - failed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())

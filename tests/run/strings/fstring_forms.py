# f-strings: conversions, nested specs, debugging form, escapes, multi-line.
name = "Ann"; n = 42; x = 3.14159; d = {"k": [1, 2]}; w = 8
print(f"{name} {n} {x}", f"{name!r} {name!s} {name!a}", f"{n:>5}|{n:<5}|{n:^5}|{n:05}|{n:+}", f"{x:.2f} {x:8.3f}|{x:<8.1f}|")
print(f"{name=} {n=} {x=:.1f} {name = } {n+1=} {d['k']=} {name=!s} {n=:>5}")
print(f"{{}} {{{n}}} {n}}}", f"{d['k'][0]} {len(name)} {'a' if n > 1 else 'b'} {(lambda v: v * 2)(n)} {[i for i in range(3)]} { {1: 2}[1] }")
print(f"{n:{w}}|{n:<{w}}|{x:{w}.{2}f}|{name:{'*'}^{w}}|{x:.{n - 40}f}")
print(f"{'nested ' + f'{n}' + ' done'}", f"{n!r:>6}", f"{name!r:>8}|", f"a{'' if False else 'b'}c", f"", f"{'é€'}", f"{None} {True} {[1, 'a']} {(1,)} { {1, } }")
print(f'''multi
{n}
line''', rf"raw\n{n}", f"tab\t{n}\x41", f"{n,}", f"{n, name}", f"{-n} {not n} {n if n else 0}", f"{n:,}" f"{1234567:,}" "plain")
class P:
    def __format__(self, spec):
        return "<" + spec + ">"
    def __str__(self):
        return "str"
    def __repr__(self):
        return "repr"
p = P()
print(f"{p} {p:abc} {p!r} {p!s:>6} {p:{n}} {p=} {p:%H:%M}", format(p), format(p, "q"), "{:z} {!r}".format(p, p))
for bad in (lambda: f"{name:d}", lambda: f"{n:s}", lambda: f"{None:5}", lambda: f"{[1]:>5}", lambda: f"{n:q}", lambda: f"{undefined}"):
    try:
        print(bad())
    except (ValueError, TypeError, NameError) as e:
        print(type(e).__name__, e)

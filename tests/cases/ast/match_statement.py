match x:
    case 0 | -1.5 | 1 - 2j | "a" "b" | None: pass
    case [a, *_, (b, c)] if a: pass
    case {"k": v, m.n: _, **rest}: pass
    case Point(1, y=0) as p: pass
    case a.b.c: pass
    case *a, b: pass
match = case = _ = 1
match[case](_)
match(x)

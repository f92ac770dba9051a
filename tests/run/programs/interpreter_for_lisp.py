import math
import operator as op


class LispError(Exception):
    pass


def parse(src):
    tokens = src.replace("(", " ( ").replace(")", " ) ").split()
    def read():
        if not tokens:
            raise LispError("unexpected end")
        t = tokens.pop(0)
        if t == "(":
            out = []
            while tokens and tokens[0] != ")":
                out.append(read())
            if not tokens:
                raise LispError("missing )")
            tokens.pop(0)
            return out
        if t == ")":
            raise LispError("unexpected )")
        for conv in (int, float):
            try:
                return conv(t)
            except ValueError:
                pass
        return t
    exprs = []
    while tokens:
        exprs.append(read())
    return exprs


class Env(dict):
    def __init__(self, params=(), args=(), outer=None):
        super().__init__(zip(params, args))
        self.outer = outer

    def find(self, name):
        if name in self:
            return self
        if self.outer is None:
            raise LispError(f"unbound {name}")
        return self.outer.find(name)


class Lambda:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def __call__(self, *args):
        if len(args) != len(self.params):
            raise LispError(f"want {len(self.params)} arguments, got {len(args)}")
        return evaluate(self.body, Env(self.params, args, self.env))


def base():
    e = Env()
    e.update({"+": lambda *a: sum(a), "-": op.sub, "*": lambda *a: math.prod(a), "/": op.truediv, "<": op.lt, "=": op.eq, "car": lambda x: x[0], "cdr": lambda x: x[1:], "cons": lambda x, y: [x] + y, "list": lambda *x: list(x), "null?": lambda x: x == [], "sqrt": math.sqrt, "#t": True, "#f": False, "map": lambda f, xs: [f(x) for x in xs]})
    return e


def evaluate(x, env):
    if isinstance(x, str):
        return env.find(x)[x]
    if not isinstance(x, list):
        return x
    match x:
        case []:
            return []
        case ["quote", v]:
            return v
        case ["if", test, yes, no]:
            return evaluate(yes if evaluate(test, env) else no, env)
        case ["define", str(name), v]:
            env[name] = evaluate(v, env)
            return None
        case ["define", [name, *params], body]:
            env[name] = Lambda(params, body, env)
            return None
        case ["set!", name, v]:
            env.find(name)[name] = evaluate(v, env)
            return None
        case ["lambda", params, body]:
            return Lambda(params, body, env)
        case ["begin", *xs]:
            r = None
            for e in xs:
                r = evaluate(e, env)
            return r
        case ["let", bindings, body]:
            return evaluate(body, Env([b[0] for b in bindings], [evaluate(b[1], env) for b in bindings], env))
    f, *args = [evaluate(e, env) for e in x]
    if not callable(f):
        raise LispError(f"not a function: {show(f)}")
    return f(*args)


def show(v):
    if isinstance(v, bool):
        return "#t" if v else "#f"
    if isinstance(v, list):
        return "(" + " ".join(map(show, v)) + ")"
    return "<lambda>" if isinstance(v, Lambda) else str(v)


env = base()
for line in ["(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))", "(fact 20)", "(define sq (lambda (x) (* x x)))", "(map sq (quote (1 2 3)))", "(let ((a 2) (b 3)) (+ a b 10))", "(define (counter) (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n))))", "(define c (counter))", "(begin (c) (c) (c))", "(cons 1 (cdr (list 4 5 6)))", "(null? ())", "sq", "(undefined 1)", "(sq 1 2)", "(1 2)", "(+ 1", ")", "(/ 1 0)", "(sqrt 16)", "(car ())", "(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))", "(map fib (list 1 5 10 12))"]:
    try:
        for e in parse(line):
            r = evaluate(e, env)
            if r is not None:
                print(line, "=>", show(r))
    except LispError as e:
        print(line, "!!", e)
    except (ZeroDivisionError, IndexError, TypeError) as e:
        print(line, "!!", type(e).__name__, e)

# A calculator: tokenizer, recursive-descent parser, evaluator with variables.
class ParseError(Exception):
    pass

def tokenize(text):
    tokens = []
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."):
                j += 1
            word = text[i:j]
            tokens.append(("num", float(word) if "." in word else int(word)))
            i = j
        elif c.isalpha():
            j = i
            while j < len(text) and text[j].isalnum():
                j += 1
            tokens.append(("name", text[i:j]))
            i = j
        elif c in "+-*/%^()=,":
            tokens.append(("op", c))
            i += 1
        else:
            raise ParseError(f"unexpected {c!r} at {i}")
    tokens.append(("end", None))
    return tokens

class Parser:
    functions = {"max": max, "min": min, "abs": abs, "sum": lambda *a: sum(a)}

    def __init__(self, variables):
        self.vars = variables

    def run(self, text):
        self.tokens = tokenize(text)
        self.pos = 0
        if self.tokens[0][0] == "name" and self.tokens[1] == ("op", "="):
            name = self.tokens[0][1]
            self.pos = 2
            value = self.vars[name] = self.expr()
        else:
            value = self.expr()
        if self.peek()[0] != "end":
            raise ParseError(f"junk after expression: {self.peek()[1]!r}")
        return value

    def peek(self):
        return self.tokens[self.pos]

    def accept(self, *ops):
        kind, value = self.peek()
        if kind == "op" and value in ops:
            self.pos += 1
            return value
        return None

    def expect(self, op):
        if not self.accept(op):
            raise ParseError(f"expected {op!r}, got {self.peek()[1]!r}")

    def expr(self):
        value = self.term()
        while op := self.accept("+", "-"):
            right = self.term()
            value = value + right if op == "+" else value - right
        return value

    def term(self):
        value = self.unary()
        while op := self.accept("*", "/", "%"):
            right = self.unary()
            if op == "*":
                value *= right
            elif op == "/":
                value /= right
            else:
                value %= right
        return value

    def unary(self):
        if self.accept("-"):
            return -self.unary()
        return self.power()

    def power(self):
        base = self.atom()
        if self.accept("^"):
            return base ** self.unary()
        return base

    def atom(self):
        kind, value = self.peek()
        self.pos += 1
        if kind == "num":
            return value
        if kind == "name":
            if self.accept("("):
                args = []
                if not self.accept(")"):
                    args.append(self.expr())
                    while self.accept(","):
                        args.append(self.expr())
                    self.expect(")")
                return self.functions[value](*args)
            return self.vars[value]
        if (kind, value) == ("op", "("):
            inner = self.expr()
            self.expect(")")
            return inner
        raise ParseError(f"unexpected {value!r}")

p = Parser({"pi": 3.14159})
for line in ["1 + 2 * 3", "(1 + 2) * 3", "-2 ^ 2", "2 ^ 3 ^ 2", "x = 7 % 4", "x * x - 1", "max(1, x, 2) + sum(1, 2, 3)", "2 * pi", "10 / 4", "1 / 0", "2 +", "(1", "y", "3 $ 4", "1 2", "foo(1)", "max()", "sum()", "2 ^ -1", "100 ^ 20"]:
    try:
        print(f"{line} = {p.run(line)}")
    except ParseError as e:
        print(f"{line}: parse error: {e}")
    except (ZeroDivisionError, KeyError, ValueError, TypeError) as e:
        print(f"{line}: {type(e).__name__}: {e}")

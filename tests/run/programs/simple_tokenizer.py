# A hand-written lexer for a small language with positions and error recovery.
from enum import Enum, auto

class T(Enum):
    NUM = auto()
    STR = auto()
    ID = auto()
    KW = auto()
    OP = auto()
    EOF = auto()

KEYWORDS = {"let", "if", "else", "while", "fn", "return"}
OPS = sorted(["+", "-", "*", "/", "==", "=", "<=", "<", "(", ")", "{", "}", ";", ",", "!=", "!", "&&", "->"], key=len, reverse=True)

class Token:
    __slots__ = ("kind", "text", "line", "col")
    def __init__(self, kind, text, line, col):
        self.kind, self.text, self.line, self.col = kind, text, line, col
    def __repr__(self):
        return f"{self.kind.name}:{self.text!r}@{self.line}:{self.col}"

class Lexer:
    def __init__(self, src):
        self.src, self.i, self.line, self.col = src, 0, 1, 1
        self.errors = []

    def peek(self, n=0):
        j = self.i + n
        return self.src[j] if j < len(self.src) else ""

    def advance(self, n=1):
        text = self.src[self.i:self.i + n]
        for c in text:
            if c == "\n":
                self.line, self.col = self.line + 1, 1
            else:
                self.col += 1
        self.i += n
        return text

    def take_while(self, pred):
        n = 0
        while self.peek(n) and pred(self.peek(n)):
            n += 1
        return self.advance(n)

    def tokens(self):
        out = []
        while True:
            self.take_while(str.isspace)
            line, col, c = self.line, self.col, self.peek()
            if not c:
                out.append(Token(T.EOF, "", line, col))
                return out
            if c == "/" and self.peek(1) == "/":
                self.take_while(lambda ch: ch != "\n")
            elif c.isdigit():
                text = self.take_while(lambda ch: ch.isdigit() or ch == ".")
                if text.count(".") > 1:
                    self.errors.append(f"{line}:{col}: bad number {text}")
                out.append(Token(T.NUM, text, line, col))
            elif c.isalpha() or c == "_":
                text = self.take_while(lambda ch: ch.isalnum() or ch == "_")
                out.append(Token(T.KW if text in KEYWORDS else T.ID, text, line, col))
            elif c == '"':
                self.advance()
                text = self.take_while(lambda ch: ch not in '"\n')
                if self.peek() != '"':
                    self.errors.append(f"{line}:{col}: unterminated string")
                else:
                    self.advance()
                out.append(Token(T.STR, text, line, col))
            else:
                for op in OPS:
                    if self.src.startswith(op, self.i):
                        out.append(Token(T.OP, self.advance(len(op)), line, col))
                        break
                else:
                    self.errors.append(f"{line}:{col}: unexpected {self.advance()!r}")

src = '''fn add(a, b) -> { return a + b; } // sum
let été = add(1, 2.5) ;
if x_1 <= 10 && y != "text" { x == 3; }
let bad = 1.2.3 @ "open
'''
lx = Lexer(src)
toks = lx.tokens()
line = 0
for t in toks:
    if t.line != line:
        line = t.line
        print()
    print(t, end=" ")
print()
print(lx.errors, len(toks))
counts = {}
for t in toks:
    counts[t.kind] = counts.get(t.kind, 0) + 1
print({k.name: v for k, v in counts.items()})

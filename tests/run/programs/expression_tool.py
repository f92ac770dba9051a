import sys
TOKENS = {"+": 1, "-": 1, "*": 2, "/": 2}
def tokenize(src):
    tokens, i = [], 0
    while i < len(src):
        c = src[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            j = i
            while j < len(src) and (src[j].isdigit() or src[j] == "."):
                j += 1
            tokens.append(("num", src[i:j]))
            i = j
        elif c in "+-*/()":
            tokens.append(("op", c))
            i += 1
        else:
            raise SyntaxError(f"bad character {c!r} at {i}")
    return tokens
def to_rpn(tokens):
    out, stack = [], []
    for kind, text in tokens:
        if kind == "num":
            out.append((kind, text))
        elif text == "(":
            stack.append(text)
        elif text == ")":
            while stack[-1] != "(":
                out.append(("op", stack.pop()))
            stack.pop()
        else:
            while stack and stack[-1] != "(" and TOKENS[stack[-1]] >= TOKENS[text]:
                out.append(("op", stack.pop()))
            stack.append(text)
    while stack:
        out.append(("op", stack.pop()))
    return out
def evaluate(rpn):
    st = []
    for kind, text in rpn:
        if kind == "num":
            st.append(float(text) if "." in text else int(text))
            continue
        b, a = st.pop(), st.pop()
        if text == "+": st.append(a + b)
        elif text == "-": st.append(a - b)
        elif text == "*": st.append(a * b)
        else: st.append(a / b)
    return st[0]
for src in ["1 + 2 * 3", "(1 + 2) * 3", "10 / 4 - 1", "2 * (3 + 4) * 5", "1 / 0", "2 $ 3", "99999999999 * 99999999999"]:
    try:
        print(src, "=", evaluate(to_rpn(tokenize(src))))
    except (ZeroDivisionError, SyntaxError) as e:
        print(src, "->", type(e).__name__, e)
class Node:
    __slots__ = ("key", "left", "right")
    def __init__(self, key):
        self.key = key
        self.left = self.right = None
class Tree:
    def __init__(self):
        self.root = None
        self.count = 0
    def insert(self, key):
        if self.root is None:
            self.root = Node(key); self.count += 1
            return True
        cur = self.root
        while True:
            if key == cur.key:
                return False
            side = "left" if key < cur.key else "right"
            nxt = getattr(cur, side)
            if nxt is None:
                setattr(cur, side, Node(key))
                self.count += 1
                return True
            cur = nxt
    def walk(self, node="start"):
        if node == "start":
            node = self.root
        if node:
            yield from self.walk(node.left)
            yield node.key
            yield from self.walk(node.right)
t = Tree()
for k in [5, 2, 8, 1, 9, 2]:
    t.insert(k)
print(list(t.walk()), t.count)
graph = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}
def bfs(start):
    seen, queue, order = {start}, [start], []
    while queue:
        n = queue.pop(0)
        order.append(n)
        for m in graph[n]:
            if m not in seen:
                seen.add(m)
                queue.append(m)
    return order
print(bfs("a"))
def topo(g):
    indeg = {n: 0 for n in g}
    for n in g:
        for m in g[n]:
            indeg[m] += 1
    ready = sorted(n for n, d in indeg.items() if d == 0)
    out = []
    while ready:
        n = ready.pop(0)
        out.append(n)
        for m in g[n]:
            indeg[m] -= 1
            if indeg[m] == 0:
                ready.append(m)
    return out
print(topo(graph))
sys.exit(3)

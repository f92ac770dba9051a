import heapq
from collections import Counter

class Node:
    def __init__(self, freq, char=None, left=None, right=None):
        self.freq, self.char, self.left, self.right = freq, char, left, right
    def __lt__(self, other):
        return (self.freq, self.char or "~") < (other.freq, other.char or "~")

def build(text):
    heap = [Node(f, c) for c, f in sorted(Counter(text).items())]
    heapq.heapify(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, Node(a.freq + b.freq, None, a, b))
    return heap[0] if heap else None

def codes(node, prefix="", table=None):
    table = {} if table is None else table
    if node.char is not None:
        table[node.char] = prefix or "0"
    else:
        codes(node.left, prefix + "0", table)
        codes(node.right, prefix + "1", table)
    return table

def decode(bits, root):
    out, n = [], root
    for b in bits:
        if n.char is None:
            n = n.left if b == "0" else n.right
        if n.char is not None:
            out.append(n.char)
            n = root
    return "".join(out)

text = "she sells sea shells by the sea shore"
root = build(text)
table = codes(root)
for ch in sorted(table, key=lambda c: (len(table[c]), table[c])):
    print(repr(ch), table[ch], text.count(ch))
bits = "".join(table[c] for c in text)
print(len(bits), len(text) * 8, f"{len(bits) / (len(text) * 8):.1%}", decode(bits, root) == text)
packed = bytes(int(bits[i:i + 8].ljust(8, "0"), 2) for i in range(0, len(bits), 8))
print(packed.hex(), len(packed))
print(codes(build("aaaa")), build("") is None, decode("0000", build("aaaa")))
def lzw(s):
    d = {chr(i): i for i in range(128)}
    w, out = "", []
    for c in s:
        if w + c in d:
            w += c
        else:
            out.append(d[w])
            d[w + c] = len(d)
            w = c
    return out + ([d[w]] if w else [])
print(lzw("TOBEORNOTTOBEORTOBEORNOT"), lzw(""))

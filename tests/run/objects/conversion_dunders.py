# __bool__, __int__, __float__, __index__, __str__, __repr__, __bytes__, __complex__, __format__, __ceil__ and friends.
import math
class N:
    def __int__(self): return 7
    def __float__(self): return 2.5
    def __index__(self): return 3
    def __complex__(self): return 1j
    def __bool__(self): return False
    def __str__(self): return "str"
    def __bytes__(self): return b"bytes"
    def __ceil__(self): return "ceil"
    def __floor__(self): return "floor"
    def __trunc__(self): return "trunc"
    def __round__(self, n=0): return ("round", n)
    def __divmod__(self, o): return "dm"
    def __hash__(self): return 11
n = N()
print(int(n), float(n), complex(n), bool(n), str(n), f"{n}", bytes(n), math.ceil(n), math.floor(n), math.trunc(n), round(n), round(n, 2), hash(n), [1, 2, 3, 4][n], range(n), "ab" * n, not n, "T" if n else "F", n and 1, n or 2, math.sqrt(n), hex(n), divmod(n, 0))
class OnlyIndex:
    def __index__(self): return 5
print(int(OnlyIndex()), float(OnlyIndex()), [0] * OnlyIndex(), bin(OnlyIndex()), math.gcd(OnlyIndex(), 10))
class Bad:
    def __int__(self): return "x"
    def __float__(self): return 1
    def __str__(self): return 5
    def __bool__(self): return "yes"
    def __index__(self): return 1.0
    def __len__(self): return 2.5
    def __bytes__(self): return "s"
    def __hash__(self): return None
    def __format__(self, s): return 5
for f in (int, float, str, bool, lambda b: [1][b], len, bytes, hash, format, lambda b: 1 if b else 2, lambda b: range(b), lambda b: f"{b}"):
    try:
        print(f(Bad()))
    except TypeError as e:
        print(e)
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
print(bool(L(0)), bool(L(3)), not L(0), [x.n for x in (L(0), L(1)) if x])
class Plain: pass
print(bool(Plain()), str(Plain()).startswith("<__main__.Plain object at 0x"), str(Plain) , repr(Plain))
for f in (int, float, len, math.sqrt, lambda p: [1][p], iter, bytes):
    try:
        print(f(Plain()))
    except TypeError as e:
        print(e)

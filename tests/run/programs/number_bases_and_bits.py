DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
def to_base(n, b):
    if n == 0:
        return "0"
    sign, n = ("-", -n) if n < 0 else ("", n)
    out = ""
    while n:
        n, d = divmod(n, b)
        out = DIGITS[d] + out
    return sign + out
print([to_base(255, b) for b in (2, 3, 8, 16, 36)], to_base(-10 ** 20, 36), int(to_base(987654321987654321, 7), 7))
print(all(int(to_base(n, b), b) == n for n in (0, 1, -7, 10 ** 12) for b in range(2, 37)))
def popcount(n):
    c = 0
    while n:
        n &= n - 1
        c += 1
    return c
print([popcount(n) for n in range(16)], popcount(2 ** 100 - 1), bin(0b1011 ^ 0b0110), [n ^ n >> 1 for n in range(8)])
def reverse_bits(n, w): return int(format(n, f"0{w}b")[::-1], 2)
def rot(n, k, w=32): return ((n << k) | (n >> (w - k))) & ((1 << w) - 1)
print(reverse_bits(6, 8), hex(rot(0xdeadbeef, 8)), [i for i in range(1, 100) if i & (i - 1) == 0])
def crc32(data):
    crc = 0xffffffff
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0xedb88320 if crc & 1 else 0)
    return crc ^ 0xffffffff
def adler(data):
    a, b = 1, 0
    for x in data:
        a = (a + x) % 65521
        b = (b + a) % 65521
    return b << 16 | a
def fnv(data):
    h = 0xcbf29ce484222325
    for x in data:
        h = (h ^ x) * 0x100000001b3 & 0xffffffffffffffff
    return h
print(f"{crc32(b'123456789'):08x} {adler(b'Wikipedia'):08x} {fnv(b'hello'):016x} {crc32(b''):x}")
class LCG:
    def __init__(self, seed): self.s = seed
    def next(self):
        self.s = (6364136223846793005 * self.s + 1442695040888963407) & (1 << 64) - 1
        return self.s >> 33
g = LCG(42)
print([g.next() % 100 for _ in range(10)])
def xorshift(x):
    x ^= x << 13 & 0xffffffff
    x ^= x >> 17
    x ^= x << 5 & 0xffffffff
    return x
x = 2463534242
for _ in range(5):
    x = xorshift(x)
    print(x, end=" ")
print()
def b64(data):
    T = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    out = ""
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]
        n = int.from_bytes(chunk + bytes(3 - len(chunk)), "big")
        s = "".join(T[n >> k & 63] for k in (18, 12, 6, 0))
        out += s[:len(chunk) + 1] + "=" * (3 - len(chunk))
    return out
print(b64(b"Hello, World!"), b64(b"a"), b64(b""), b64("é€".encode()))
subsets = [[c for i, c in enumerate("abc") if m >> i & 1] for m in range(8)]
print(subsets, sum(1 << i for i in (0, 3, 5)), ~0b1010 & 0xf, -5 >> 1, -5 & 0xff, (1 << 70) >> 68)

print([chr(n) for n in (65, 233, 0x20AC, 0x1F600, 0, 10)], [ord(c) for c in "Aé€😀\0"], ord(b"a"), ord(bytearray(b"z")), hex(0), hex(-255), oct(8), bin(-5), bin(2 ** 65), hex(True))
print(all(ord(chr(n)) == n for n in range(0, 0x11000, 7)), len({chr(n) for n in range(300)}))
for f in (lambda: chr(0x110000), lambda: chr(-1), lambda: chr(10 ** 20), lambda: chr("a"), lambda: chr(1.0), lambda: ord("ab"), lambda: ord(""), lambda: ord(5), lambda: ord(b"ab"), lambda: hex("1"), lambda: oct(1.5)):
    try:
        print(f())
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)

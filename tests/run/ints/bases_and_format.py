# bin, oct, hex, chr, ord and the integer presentation types.
for n in (0, 1, 10, -10, 255, 2 ** 70, -(2 ** 70)):
    print(bin(n), oct(n), hex(n))
    print(f"{n:b} {n:o} {n:x} {n:X} {n:#b} {n:#o} {n:#x} {n:#X} {n:d} {n:n}")
    print(f"[{n:30d}] [{n:<30}] [{n:^30}] [{n:=+30}] [{n:030}] [{n:,}] [{n:_}] [{n:+}] [{n: }]")
print(f"{255:_b} {65535:_x} {1234567:_d} {1234567:,} {-1234567:,} {1234567:20,} {1234567:020,} {1000:+,}")
print(f"{65:c} {8364:c} {5:.2f} {5:e} {5:g} {5:%} {123456789:g} {10 ** 20:e} {3:5.1f}|")
for spec in (".2d", "s", "z", ",x", "+c", "_,d", ".3x", "10.2d", "#c"):
    try:
        print(spec, format(65, spec))
    except ValueError as e:
        print(spec, e)
print(chr(97), chr(0x20AC), chr(0x1F600), ord("a"), ord("é"), ord("😀"))
for f in (lambda: chr(-1), lambda: chr(0x110000), lambda: ord(""), lambda: ord("ab"), lambda: ord(5), lambda: hex(1.5), lambda: bin("1")):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

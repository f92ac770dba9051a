# A bool that comes out of dynamic code takes part in arithmetic of machine ints.
def count(text, wanted):
    n = 0
    for c in text:
        n += (c == wanted)
    return n
def flags(xs):
    total = 0
    for x in xs:
        total = total + (x in (1, 2)) * 10 - (x == 3)
    return total, True + total
print(count("banana", "a"), flags([1, 2, 3, 4]), [c == "a" for c in "ab"])

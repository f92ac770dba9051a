print(ascii("é€😀\n"), ascii(["é"]), ascii({"ü": 1}), repr("é"), format(3.14159, ".2f"), format("x", ">4"), format(255, "#x"), format(1234567, ","), format(True), format(None, ""), format([1]), repr(format))
class A:
    def __repr__(self): return "réпr"
    def __format__(self, s): return f"fmt({s})"
print(ascii(A()), repr(A()), format(A(), "spec"), f"{A():x{1}y}", f"{A()!r:>8}", "{:abc}".format(A()))

print(abs(-3), abs(2.5), abs(-2 ** 70), abs(True), abs(3 + 4j), divmod(17, 5), divmod(-17, 5), divmod(17.5, -5), divmod(2 ** 70, 3), divmod(True, 2))
print(pow(2, 3), pow(2, -1), pow(2.0, 3), pow(2, 3, 5), pow(exp=2, base=3), pow(5, 2, mod=7))
class A:
    def __abs__(self): return "abs"
    def __divmod__(self, o): return ("dm", o)
    def __rdivmod__(self, o): return ("rdm", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
print(abs(A()), divmod(A(), 1), divmod(1, A()), pow(A(), 2), pow(A(), 2, 3), A() ** 5)

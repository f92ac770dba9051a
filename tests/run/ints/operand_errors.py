# Texts of TypeErrors from operators on mismatched operands.
import operator
ops = [("+", operator.add), ("-", operator.sub), ("*", operator.mul), ("/", operator.truediv), ("//", operator.floordiv),
       ("%", operator.mod), ("**", operator.pow), ("<<", operator.lshift), ("&", operator.and_), ("<", operator.lt), ("@", operator.matmul)]
pairs = [(1, "a"), ("a", 1), (None, 1), ([], 1), (1, []), ({}, 1), (1.5, "x"), ((), 2), ({1}, 1), (b"a", "a")]
for name, op in ops:
    for a, b in pairs:
        try:
            r = op(a, b)
            print(name, a, b, "->", r)
        except TypeError as e:
            print(name, e)

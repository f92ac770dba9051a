# operator: function forms, itemgetter, attrgetter, methodcaller.
import operator
from operator import itemgetter, attrgetter, methodcaller
print(operator.add(1, 2), operator.sub(5, 3), operator.mul("a", 3), operator.truediv(7, 2), operator.floordiv(7, 2), operator.mod(7, 3), operator.pow(2, 5), operator.neg(3), operator.pos(3), operator.abs(-3), operator.invert(5), operator.lshift(1, 3), operator.rshift(8, 2), operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.not_(1), operator.truth([]), operator.index(5))
print(operator.lt(1, 2), operator.le(2, 2), operator.eq(1, 1.0), operator.ne(1, 2), operator.ge(1, 2), operator.gt(1, 2), operator.is_(None, None), operator.is_not(1, None), operator.contains([1], 1), operator.concat([1], [2]), operator.countOf([1, 2, 1], 1), operator.indexOf("abc", "c"), operator.getitem({"a": 1}, "a"))
d = {"a": 1}
operator.setitem(d, "b", 2); operator.delitem(d, "a")
l = [1]
print(d, operator.iadd(l, [2]) is l, l, operator.imul(3, 4))
rows = [("b", 2, "x"), ("a", 3, "y"), ("c", 1, "z")]
print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(0), reverse=True), itemgetter(0, 2)(rows[0]), list(map(itemgetter(1), rows)), itemgetter("k")({"k": 5}), max(rows, key=itemgetter(1)), itemgetter(slice(1))([1, 2]))
class P:
    def __init__(self, n, q=None): self.n, self.q = n, q
    def hi(self, x, y=0): return f"{self.n} {x} {y}"
p = P("p", P("inner"))
print(attrgetter("n")(p), attrgetter("q.n")(p), attrgetter("n", "q.n")(p), methodcaller("hi", 1, y=2)(p), methodcaller("upper")("abc"), [x.n for x in sorted([P("z"), P("y")], key=attrgetter("n"))])
for f in (lambda: operator.add(1, "a"), lambda: itemgetter(5)([1]), lambda: attrgetter("zz")(p), lambda: itemgetter(), lambda: operator.index(1.0), lambda: attrgetter(5), lambda: operator.indexOf([1], 9)):
    try:
        print(f())
    except (TypeError, IndexError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)
from functools import reduce
print(reduce(operator.mul, range(1, 8)), reduce(operator.or_, [1, 2, 4]), {"+": operator.add, "-": operator.sub}["-"](9, 4), operator.add.__name__)

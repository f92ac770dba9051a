print(all([]), any([]), all([1, "a", [0]]), any([0, "", None, [], 3]), all({}), any({0: 1}), all("ab"), any(iter([0, 1])))
it = iter([1, 0, 2, 3])
print(all(it), list(it))
it = iter([0, 5, 7])
print(any(it), list(it))
print(sum([]), sum([1, 2.5]), sum(range(101)), sum([[1], [2, 3]], []), sum([True, True]), sum((1, 2), start=10), sum({1: 2, 3: 4}), sum(x * x for x in range(4)), sum([0.1] * 3), sum([1j, 2]))
class V:
    def __init__(self, n): self.n = n
    def __radd__(self, o): return V(o + self.n) if isinstance(o, int) else NotImplemented
    def __add__(self, o): return V(self.n + o.n)
print(sum([V(1), V(2), V(3)]).n)

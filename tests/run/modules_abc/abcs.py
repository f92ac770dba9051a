# collections.abc checks and mixins.
from collections.abc import Iterable, Sequence, Mapping, Hashable, Callable, Sized, Container, Iterator, MutableMapping, Set
vals = [[], (), {}, "s", 5, set(), range(2), iter([]), len, {}.keys(), None, b"", lambda: 0, (x for x in [])]
for abc in (Iterable, Sequence, Mapping, Hashable, Callable, Sized, Container, Iterator, MutableMapping, Set):
    print(abc.__name__, [isinstance(v, abc) for v in vals])
class Box:
    def __len__(self): return 1
    def __iter__(self): return iter([1])
    def __contains__(self, x): return False
print(isinstance(Box(), Sized), isinstance(Box(), Iterable), isinstance(Box(), Container), isinstance(Box(), Sequence), issubclass(list, Sequence), issubclass(dict, Sequence))
class My(Sequence):
    def __init__(self, *xs): self.xs = xs
    def __getitem__(self, i): return self.xs[i]
    def __len__(self): return len(self.xs)
m = My(3, 1, 2, 1)
print(list(m), 1 in m, m.index(2), m.count(1), list(reversed(m)), len(m))
class D(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k.lower()]
    def __setitem__(self, k, v): self.d[k.lower()] = v
    def __delitem__(self, k): del self.d[k.lower()]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
d = D()
d["Key"] = 1
d.update(A=2)
print(d["KEY"], "key" in d, d.get("zz", 0), list(d.items()), d.pop("a"), len(d), d.setdefault("N", 5), dict(d), d == {"key": 1, "n": 5})
try:
    Sequence()
except TypeError as e:
    print(e)

class C:
    @property
    def p(self): return 5
    def m(self): return 7
c = C()
print(C.__dict__['p'].__get__(c, C), C.m.__get__(c)(), C.p is C.__dict__['p'].__get__(None, C))
class A:
    def p(self):
        print(super(), super().__self_class__, super().__thisclass__)
class B(A): pass
B().p()
print(A.__subclasses__(), B.__subclasses__())
print(hasattr([], '__sub__'), hasattr(A(), '__add__'), hasattr(A(), '__call__'), hasattr(A, '__call__'))
class D(list):
    def __getitem__(self, i): return super().__getitem__(i) + 1
    def __iadd__(self, o): return super().__iadd__(o)
d = D([1,2]); d += [5]; print(d[0], d, len(d))
from collections import defaultdict, OrderedDict, deque, Counter
class E(OrderedDict):
    def __setitem__(self, k, v): super().__setitem__(k, v*2)
    def __iter__(self): return super().__iter__()
e = E(); e[1] = 2; print(e, list(e))
class F(deque):
    def __len__(self): return super().__len__() + 100
print(len(F([1,2])))
class G(int):
    def __add__(self, o): return G(super().__add__(o))
    def __rlshift__(self, o): return super().__rlshift__(o)
print(G(3) + 4, type(G(3) + 4).__name__, 1 << G(3))
class N:
    def __neg__(self): return NotImplemented
print(-N())
try:
    object.__setattr__(N(), 5, 5)
except TypeError as ex: print(ex)

# Private names are mangled with the class name; __class__ cell; class bodies as scopes.
class A:
    __secret = 1
    def __init__(self): self.__v = 2
    def __hidden(self): return "A hidden"
    def get(self): return self.__v, self.__secret, self.__hidden()
    def __dunder__(self): return "not mangled"
    def which(self): return __class__.__name__
class B(A):
    __secret = 10
    def __init__(self):
        super().__init__()
        self.__v = 20
    def __hidden(self): return "B hidden"
    def mine(self): return self.__v, self.__secret, self.__hidden()
b = B()
print(b.get(), b.mine(), sorted(b.__dict__), b._A__v, B._A__secret, b.__dunder__(), b.which(), b._B__hidden())
try:
    b.__v
except AttributeError as e:
    print(e)
class Body:
    x = 1
    y = x + 1
    print("in class body", x, y)
    for i in range(2):
        z = i
    if y > 1:
        def cond(self): return "defined"
    try:
        w = 1 / 0
    except ZeroDivisionError:
        w = "handled"
    def f(self): return self.x, x
    del i
x = "module x"
print(Body().f(), Body.z, Body().cond(), Body.w, hasattr(Body, "i"))
class Outer:
    v = 1
    class Inner:
        v = 2
        def get(self): return Outer.v, Outer.Inner.v
    def make(self): return self.Inner()
print(Outer().make().get(), Outer.Inner.__qualname__, Outer.Inner.__name__)
def factory(n):
    class Local:
        k = n
        def get(self): return n, self.k
    return Local
L1, L2 = factory(1), factory(2)
print(L1().get(), L2().get(), L1 is L2, isinstance(L1(), L2), L1.__name__ == L2.__name__)
def g():
    __private = 3
    return __private
print(g())

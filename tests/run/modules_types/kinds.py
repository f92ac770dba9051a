# The types of functions and their kin; SimpleNamespace.
import types
def f(): pass
class A:
    def m(self, k): return (self.x, k)
a = A()
a.x = 3
print(isinstance(f, types.FunctionType), isinstance(lambda: 0, types.LambdaType), isinstance(a.m, types.MethodType), isinstance(len, types.BuiltinFunctionType))
print(isinstance([].append, types.BuiltinMethodType), isinstance(types, types.ModuleType), isinstance((x for x in ()), types.GeneratorType), types.NoneType is type(None))
print(types.FunctionType, types.MethodType, types.NoneType, types.FunctionType is types.LambdaType)
m = types.MethodType(lambda self, k: (self.x, k, "bound"), a)
print(m(5), m.__self__ is a)
a.extra = m
print(a.extra(6))
n = types.SimpleNamespace(a=1, b="two")
n.c = [3]
print(n, n.a, n == types.SimpleNamespace(a=1, b="two", c=[3]), n != types.SimpleNamespace(), vars(n), types.SimpleNamespace())
del n.a
print(n, hasattr(n, "a"))
class N(types.SimpleNamespace): pass
print(N(z=1))
for bad in (lambda: types.SimpleNamespace(1), lambda: types.MethodType(1, 2)):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)

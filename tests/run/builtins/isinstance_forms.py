class A: pass
class B(A): pass
class C: pass
for v in (A(), B(), C(), 1, "s", None, A):
    print(isinstance(v, A), isinstance(v, (B, C)), isinstance(v, object), isinstance(v, type), isinstance(v, (int, (str, C))), isinstance(v, int | None))
print(issubclass(B, A), issubclass(A, B), issubclass(B, (C, A)), issubclass(bool, int), issubclass(B, object), isinstance(B, type), issubclass(type, object))
class Meta:
    def __instancecheck__(self, o): return "never used on instances"
print(isinstance([], list), isinstance(True, int), isinstance(1, bool), isinstance(1.0, int), isinstance({}, dict), isinstance((), (list, tuple)), isinstance(1, ()))

class OnlyRepr:
    def __repr__(self): return "R"
class OnlyStr:
    def __str__(self): return "S"
class Both(OnlyRepr, OnlyStr): pass
class Neither: pass
print(OnlyRepr(), str(OnlyRepr()), f"{OnlyRepr()}", [OnlyRepr()], OnlyStr(), f"{OnlyStr()!s}", str([OnlyStr()]).startswith("[<__main__.OnlyStr object at 0x"), Both(), repr(Both()), repr(Neither()).startswith("<__main__.Neither object at 0x"), repr(Neither()).endswith(">"))
print("%s %r" % (OnlyRepr(), OnlyRepr()), "{} {!r}".format(Both(), Both()), {"k": OnlyRepr()}, (OnlyRepr(),), {OnlyRepr(): 1} != {}, OnlyRepr, Both.__name__)
class Fmt:
    def __format__(self, spec): return f"[{spec}]"
print(f"{Fmt()}", f"{Fmt():abc}", format(Fmt()), "{:x}".format(Fmt()))

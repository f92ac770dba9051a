def tag(cls):
    return cls


@tag
class Base(object, key=1):
    """Doc."""
    n: int = 0
    names: "list"
    m = n + 1

    @property
    def size(self):
        return self.__hidden

    def grow(self):
        return super().grow() + __class__.m
# expect:
# module __main__
#   global tag !stable_function !body_only
#   global Base !body_only
#
# module <module>:1
#   %2 = MakeFunction tag:2 [] [] []
#   StoreGlobal tag %2
#   %5 = LoadGlobal tag
#   %6 = LoadKnown builtins.object
#   %7 = Const 1
#   %8 = MakeClass Base:3 (%6, key=%7)
#   %9 = Call %5 (%8) #decorator
#   StoreGlobal Base %9
#   %11 = Const None #implicit_return
#   Return %11 #implicit_return
#
# def tag:2(cls) !once !stable
#   %2 = LoadLocal cls
#   Return %2
#
# class Base:3 !once !decorated
#   doc 'Doc.'
#   %1 = Const 'Doc.' #docstring
#   StoreName __doc__ %1 #docstring
#   %3 = BuildDict [] #annotation
#   StoreName __annotations__ %3 #annotation
#   %6 = Const 0
#   StoreName n %6
#   %8 = LoadKnown builtins.int #annotation
#   %9 = LoadName __annotations__ _ _ #annotation
#   %10 = Const 'n' #annotation
#   StoreItem %9 %10 %8 #annotation
#   %13 = Const 'list' #annotation
#   %14 = LoadName __annotations__ _ _ #annotation
#   %15 = Const 'names' #annotation
#   StoreItem %14 %15 %13 #annotation
#   %18 = LoadName n _ _
#   %19 = Const 1
#   %20 = Binary `+` %18 %19
#   StoreName m %20
#   %23 = MakeFunction Base.size:4 [] [] []
#   %24 = CallKnown builtins.property (%23) #decorator
#   StoreName size %24
#   %27 = MakeFunction Base.grow:5 [] [] []
#   StoreName grow %27
#   %29 = Const None #implicit_return
#   Return %29 #implicit_return
#
# def Base.size:4(self) !method !decorated
#   %2 = LoadLocal self
#   %3 = LoadAttr %2 _Base__hidden
#   Return %3
#
# def Base.grow:5(self) !method !uses_class captures ^__class__ = @__class__
#   %2 = LoadCell ^__class__
#   %3 = LoadLocal self
#   %4 = Intrinsic super [%2, %3]
#   %5 = CallMethod %4 grow ()
#   %6 = LoadCell ^__class__
#   %7 = LoadAttr %6 m
#   %8 = Binary `+` %5 %7
#   Return %8

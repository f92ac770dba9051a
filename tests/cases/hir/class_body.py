class A:
    n = 1
    m = n + 1

    def __init__(self, n):
        self.n = n
        self.__hidden = A.n

    @property
    def p(self):
        return super().p
# expect:
# module __main__
#   global A !stable_class
#
# module <module>:1
#   %2 = MakeClass A:2 ()
#   StoreGlobal A %2
#   %4 = Const None #implicit_return
#   Return %4 #implicit_return
#
# class A:2 !once !stable
#   %2 = Const 1
#   StoreName n %2
#   %5 = LoadName n _ _
#   %6 = Const 1
#   %7 = Binary `+` %5 %6
#   StoreName m %7
#   %10 = MakeFunction A.__init__:3 [] [] []
#   StoreName __init__ %10
#   %13 = MakeFunction A.p:4 [] [] []
#   %14 = CallKnown builtins.property (%13) #decorator
#   StoreName p %14
#   %16 = Const None #implicit_return
#   Return %16 #implicit_return
#
# def A.__init__:3(self, n) !method
#   %2 = LoadLocal n
#   %3 = LoadLocal self
#   StoreAttr %3 n %2
#   %6 = LoadGlobal A !checked
#   %7 = LoadAttr %6 n
#   %8 = LoadLocal self
#   StoreAttr %8 _A__hidden %7
#   %10 = Const None #implicit_return
#   Return %10 #implicit_return
#
# def A.p:4(self) !method !uses_class !decorated captures ^__class__ = @__class__
#   %2 = LoadCell ^__class__
#   %3 = LoadLocal self
#   %4 = Intrinsic super [%2, %3]
#   %5 = LoadAttr %4 p
#   Return %5

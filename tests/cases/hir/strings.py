def f(x, w):
    return f"{x!r:>{w}} {x=} {{" "tail", "%s" % x, f"{w}"
# expect:
# module __main__
#   global f !stable_function !body_only
#
# module <module>:1
#   %2 = MakeFunction f:2 [] [] []
#   StoreGlobal f %2
#   %4 = Const None #implicit_return
#   Return %4 #implicit_return
#
# def f:2(x, w) !once !stable
#   %2 = LoadLocal x
#   %3 = Const '>'
#   %4 = LoadLocal w
#   %5 = FormatValue %4 _
#   %6 = BuildString [%3, %5]
#   %7 = FormatValue %2 114 %6
#   %8 = Const ' x='
#   %9 = LoadLocal x
#   %10 = FormatValue %9 114 _
#   %11 = Const ' {tail'
#   %12 = BuildString [%7, %8, %10, %11]
#   %13 = Const '%s'
#   %14 = LoadLocal x
#   %15 = Binary `%` %13 %14
#   %16 = LoadLocal w
#   %17 = FormatValue %16 _
#   %18 = BuildTuple [%12, %15, %17]
#   Return %18

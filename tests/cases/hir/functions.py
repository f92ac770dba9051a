"""Docstrings are kept apart; calls of stable functions are bound at compile time."""
LIMIT = 3


def scale(x, by=2, *rest, sep=", ", **extra):
    """Doc."""
    if x > LIMIT:
        return x * by
    return scale(x + 1, sep="; ", by=3)


print(scale(1), scale(1, 2, 3, 4, z=5), scale(*[1]))
# expect:
# module __main__
#   global LIMIT !const
#   global scale !stable_function
#
# module <module>:1
#   doc 'Docstrings are kept apart; calls of stable functions are bound at compile time.'
#   %2 = Const 3
#   StoreGlobal LIMIT %2
#   %5 = Const 2
#   %6 = Const ', '
#   %7 = MakeFunction scale:2 [%5] [%6] []
#   StoreGlobal scale %7
#   %10 = Const 1
#   %11 = BuildTuple []
#   %12 = BuildDict []
#   %13 = CallUnit scale:2 [%10, _, _, %11, %12] scale
#   %14 = Const 1
#   %15 = Const 2
#   %16 = Const 3
#   %17 = Const 4
#   %18 = Const 5
#   %19 = BuildTuple [%16, %17]
#   %20 = Const 'z'
#   %21 = BuildDict [%20, %18]
#   %22 = CallUnit scale:2 [%14, %15, _, %19, %21] scale
#   %23 = LoadGlobal scale
#   %24 = Const 1
#   %25 = BuildList [%24]
#   %26 = Call %23 (*%25)
#   %27 = CallKnown builtins.print (%13, %22, %26)
#   %28 = Const None #implicit_return
#   Return %28 #implicit_return
#
# def scale:2(x, by=2, kw sep=', ', *rest, **extra) !once !stable !recursive
#   doc 'Doc.'
#   %2 = LoadLocal x
#   %3 = LoadGlobal LIMIT
#   %4 = Compare `>` %2 %3
#   %5 = If %4
#     then:
#       %7 = LoadLocal x
#       %8 = LoadLocal by
#       %9 = Binary `*` %7 %8
#       Return %9
#   %12 = LoadLocal x
#   %13 = Const 1
#   %14 = Binary `+` %12 %13
#   %15 = Const '; '
#   %16 = Const 3
#   %17 = BuildTuple []
#   %18 = BuildDict []
#   %19 = CallUnit scale:2 [%14, %16, %15, %17, %18] scale
#   Return %19

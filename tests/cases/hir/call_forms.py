def f(g, a, k):
    g(1, *a, x=2, **k)
    return g.m(a), len(a), print(*a, sep='')
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
# def f:2(g, a, k) !once !stable
#   %2 = LoadLocal g
#   %3 = Const 1
#   %4 = LoadLocal a
#   %5 = Const 2
#   %6 = LoadLocal k
#   %7 = Call %2 (%3, *%4, x=%5, **%6)
#   %9 = LoadLocal g
#   %10 = LoadLocal a
#   %11 = CallMethod %9 m (%10)
#   %12 = LoadLocal a
#   %13 = CallKnown builtins.len (%12)
#   %14 = LoadLocal a
#   %15 = Const ''
#   %16 = CallKnown builtins.print (*%14, sep=%15)
#   %17 = BuildTuple [%11, %13, %16]
#   Return %17

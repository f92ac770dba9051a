def f(a, b, c):
    return a() < b() < c()
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
# def f:2(a, b, c) !once !stable
#   %2 = LoadLocal a
#   %3 = Call %2 ()
#   %4 = LoadLocal b
#   %5 = Call %4 ()
#   %6 = Compare `<` %3 %5
#   %7 = IfValue %6 #chain
#     then:
#       %8 = LoadLocal c
#       %9 = Call %8 ()
#       %10 = Compare `<` %5 %9
#       Result %10
#     orelse:
#       Result %6
#   Return %7

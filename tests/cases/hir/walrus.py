def f(xs):
    while (n := len(xs)) > 1:
        xs = [last := x for x in xs if x != n]
    return n, last
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
# def f:2(xs) !once !stable
#   %2 = WhileLoop
#     cond:
#       %3 = LoadLocal xs
#       %4 = CallKnown builtins.len (%3)
#       StoreLocal n %4 #walrus
#       %6 = Const 1
#       %7 = Compare `>` %4 %6
#       Result %7
#     body:
#       %10 = LoadLocal xs
#       %11 = BuildList [] #list_comp
#       %12 = ForLoop %10 #list_comp
#         body:
#           StoreLocal x$3 %12
#           %14 = LoadLocal x$3
#           %15 = LoadLocal n
#           %16 = Compare `!=` %14 %15
#           %17 = If %16 #list_comp
#             then:
#               %18 = LoadLocal x$3
#               StoreLocal last %18 #walrus
#               ListAppend %11 %18 #list_comp
#       StoreLocal xs %11
#   %23 = LoadLocal n
#   %24 = LoadLocal last !checked
#   %25 = BuildTuple [%23, %24]
#   Return %25

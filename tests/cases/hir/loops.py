def f(xs):
    for x in xs:
        if x:
            break
    else:
        x = 0
    while x:
        x -= 1
        continue
    return x
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
#   %2 = LoadLocal xs
#   %3 = ForLoop %2
#     body:
#       StoreLocal x %3
#       %6 = LoadLocal x
#       %7 = If %6
#         then:
#           Break %3
#     orelse:
#       %11 = Const 0
#       StoreLocal x %11
#   %14 = WhileLoop
#     cond:
#       %15 = LoadLocal x
#       Result %15
#     body:
#       %18 = LoadLocal x
#       %19 = Const 1
#       %20 = Inplace `-` %18 %19 #augmented
#       StoreLocal x %20 #augmented
#       Continue %14
#   %25 = LoadLocal x
#   Return %25

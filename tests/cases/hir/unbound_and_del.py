def f(c):
    if c:
        x = 1
    del x
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
# def f:2(c) !once !stable
#   %2 = LoadLocal c
#   %3 = If %2
#     then:
#       %5 = Const 1
#       StoreLocal x %5
#   DeleteLocal x !checked
#   %10 = LoadLocal x !checked
#   Return %10

def f(p, q):
    with p() as x, q:
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
# def f:2(p, q) !once !stable
#   %2 = LoadLocal p
#   %3 = Call %2 ()
#   %4 = With %3
#     body:
#       StoreLocal x %4
#       %6 = LoadLocal q
#       %7 = With %6
#         body:
#           %9 = LoadLocal x
#           Return %9
#   %11 = Const None #implicit_return
#   Return %11 #implicit_return

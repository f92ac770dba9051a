def f(a, b):
    x = a or b and not a
    return x if a else b
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
# def f:2(a, b) !once !stable
#   %2 = LoadLocal a
#   %3 = IfValue %2 #or
#     then:
#       Result %2
#     orelse:
#       %4 = LoadLocal b
#       %5 = IfValue %4 #and
#         then:
#           %6 = LoadLocal a
#           %7 = Not %6
#           Result %7
#         orelse:
#           Result %4
#       Result %5
#   StoreLocal x %3
#   %14 = LoadLocal a
#   %15 = IfValue %14 #ternary
#     then:
#       %16 = LoadLocal x
#       Result %16
#     orelse:
#       %18 = LoadLocal b
#       Result %18
#   Return %15

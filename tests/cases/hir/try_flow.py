def f(n):
    try:
        n()
    except (KeyError, ValueError) as e:
        return e
    else:
        n = 1
    finally:
        print(n)
    return n
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
# def f:2(n) !once !stable
#   %2 = Try !final
#     body:
#       %4 = LoadLocal n
#       %5 = Call %4 ()
#     %6 = Handler
#       match:
#         %7 = LoadKnown builtins.KeyError
#         %8 = LoadKnown builtins.ValueError
#         %9 = BuildTuple [%7, %8]
#         Result %9
#       body:
#         StoreLocal e %6 #except_name
#         %13 = LoadLocal e
#         Return %13
#     orelse:
#       %16 = Const 1
#       StoreLocal n %16
#     final:
#       %19 = LoadLocal n
#       %20 = CallKnown builtins.print (%19)
#   %22 = LoadLocal n
#   Return %22

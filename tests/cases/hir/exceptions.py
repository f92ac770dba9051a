def f(x):
    for k in x:
        try:
            g(k)
        except (ValueError, KeyError) as e:
            if k:
                continue
            print(e)
        except TypeError:
            raise RuntimeError("no") from None
        else:
            break
        finally:
            print("end")
    with open(x) as a, a.b as (c, d):
        assert c, d


def g(k):
    try:
        raise
    except* OSError as group:
        return_later = group
# expect:
# module __main__
#   global f !stable_function !body_only
#   global g !stable_function
#
# module <module>:1
#   %2 = MakeFunction f:2 [] [] []
#   StoreGlobal f %2
#   %5 = MakeFunction g:3 [] [] []
#   StoreGlobal g %5
#   %7 = Const None #implicit_return
#   Return %7 #implicit_return
#
# def f:2(x) !once !stable
#   %2 = LoadLocal x
#   %3 = ForLoop %2
#     body:
#       StoreLocal k %3
#       %6 = Try !final
#         body:
#           %8 = LoadLocal k
#           %9 = CallUnit g:3 [%8] g
#         %10 = Handler
#           match:
#             %11 = LoadKnown builtins.ValueError
#             %12 = LoadKnown builtins.KeyError
#             %13 = BuildTuple [%11, %12]
#             Result %13
#           body:
#             StoreLocal e %10 #except_name
#             %17 = LoadLocal k
#             %18 = If %17
#               then:
#                 Continue %3
#             %22 = LoadLocal e
#             %23 = CallKnown builtins.print (%22)
#         %24 = Handler
#           match:
#             %25 = LoadKnown builtins.TypeError
#             Result %25
#           body:
#             %28 = Const 'no'
#             %29 = CallKnown builtins.RuntimeError (%28)
#             %30 = Const None
#             Raise %29 %30
#         orelse:
#           Break %3
#         final:
#           %35 = Const 'end'
#           %36 = CallKnown builtins.print (%35)
#   %38 = LoadLocal x
#   %39 = CallKnown builtins.open (%38)
#   %40 = With %39
#     body:
#       StoreLocal a %40
#       %42 = LoadLocal a
#       %43 = LoadAttr %42 b
#       %44 = With %43
#         body:
#           %45 = Unpack %44 2 0 0 #unpack
#           %46 = UnpackItem %45
#           StoreLocal c %46
#           %48 = UnpackItem %45 1
#           StoreLocal d %48
#           %51 = LoadLocal c
#           %52 = If %51 #assert
#             orelse:
#               %53 = LoadLocal d
#               %54 = CallKnown builtins.AssertionError (%53)
#               Raise %54 _
#   %56 = Const None #implicit_return
#   Return %56 #implicit_return
#
# def g:3(k) !once !stable
#   %2 = TryStar
#     body:
#       Raise _ _
#     %5 = Handler
#       match:
#         %6 = LoadKnown builtins.OSError
#         Result %6
#       body:
#         StoreLocal group %5 #except_name
#         %10 = LoadLocal group
#         StoreLocal return_later %10
#   %12 = Const None #implicit_return
#   Return %12 #implicit_return

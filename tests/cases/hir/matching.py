def f(x):
    match x:
        case [1, y, *rest] if y:
            return rest
        case {"k": v, **others}:
            return v, others
        case Point(0, y=(1 | 2) as n):
            return n
        case None | True:
            return 0
        case other:
            return other
# expect:
# module __main__
#   global f !stable_function !body_only
#   global Point !never_stored
#
# module <module>:1
#   %2 = MakeFunction f:2 [] [] []
#   StoreGlobal f %2
#   %4 = Const None #implicit_return
#   Return %4 #implicit_return
#
# def f:2(x) !once !stable
#   %2 = LoadLocal x
#   %3 = Intrinsic match_sequence [%2] #match
#   %4 = IfValue %3 #cond_and
#     then:
#       %5 = Intrinsic match_length_min [%2] 2 #match
#       %6 = IfValue %5 #cond_and
#         then:
#           %7 = Intrinsic match_item [%2] #match
#           %8 = Const 1
#           %9 = Compare `==` %7 %8
#           %10 = Truth %9
#           %11 = IfValue %10 #cond_and
#             then:
#               %12 = Intrinsic match_item [%2] 1 #match
#               StoreLocal y~7 %12
#               %14 = Const 2
#               %15 = Const 0
#               %16 = Intrinsic match_rest [%2, %14, %15] #match
#               StoreLocal rest~8 %16
#               %18 = Const True
#               Result %18
#             orelse:
#               %20 = Const False
#               Result %20
#           Result %11
#         orelse:
#           %23 = Const False
#           Result %23
#       Result %6
#     orelse:
#       %26 = Const False
#       Result %26
#   %28 = IfValue %4 #cond_and
#     then:
#       %29 = LoadLocal y~7
#       StoreLocal y %29
#       %31 = LoadLocal rest~8
#       StoreLocal rest %31
#       %33 = LoadLocal y
#       %34 = Truth %33
#       Result %34
#     orelse:
#       %36 = Const False
#       Result %36
#   %38 = If %28 !no_fall #case
#     then:
#       %40 = LoadLocal rest
#       Return %40
#     orelse:
#       %42 = Intrinsic match_mapping [%2] #match
#       %43 = IfValue %42 #cond_and
#         then:
#           %44 = Intrinsic match_length_min [%2] 1 #match
#           %45 = IfValue %44 #cond_and
#             then:
#               %46 = Const 'k'
#               %47 = Intrinsic match_keys [%2, %46] #match
#               %48 = Const None
#               %49 = Compare `is not` %47 %48
#               %50 = IfValue %49 #cond_and
#                 then:
#                   %51 = Const 0
#                   %52 = LoadItem %47 %51
#                   StoreLocal v~9 %52
#                   %54 = Intrinsic match_others [%2, %46] #match
#                   StoreLocal others~10 %54
#                   %56 = Const True
#                   Result %56
#                 orelse:
#                   %58 = Const False
#                   Result %58
#               Result %50
#             orelse:
#               %61 = Const False
#               Result %61
#           Result %45
#         orelse:
#           %64 = Const False
#           Result %64
#       %66 = If %43 !no_fall #case
#         then:
#           %67 = LoadLocal v~9
#           StoreLocal v %67
#           %69 = LoadLocal others~10
#           StoreLocal others %69
#           %72 = LoadLocal v
#           %73 = LoadLocal others
#           %74 = BuildTuple [%72, %73]
#           Return %74
#         orelse:
#           %76 = LoadGlobal Point !checked
#           %77 = Intrinsic match_class [%2, %76] [y] 1 #match
#           %78 = Const None
#           %79 = Compare `is not` %77 %78
#           %80 = IfValue %79 #cond_and
#             then:
#               %81 = Const 0
#               %82 = LoadItem %77 %81
#               %83 = Const 0
#               %84 = Compare `==` %82 %83
#               %85 = Truth %84
#               %86 = IfValue %85 #cond_and
#                 then:
#                   %87 = Const 1
#                   %88 = LoadItem %77 %87
#                   %89 = Const 1
#                   %90 = Compare `==` %88 %89
#                   %91 = Truth %90
#                   %92 = IfValue %91 #cond_or
#                     then:
#                       %93 = Const True
#                       Result %93
#                     orelse:
#                       %95 = Const 2
#                       %96 = Compare `==` %88 %95
#                       %97 = Truth %96
#                       Result %97
#                   %99 = IfValue %92 #cond_and
#                     then:
#                       StoreLocal n~11 %88
#                       %101 = Const True
#                       Result %101
#                     orelse:
#                       %103 = Const False
#                       Result %103
#                   Result %99
#                 orelse:
#                   %106 = Const False
#                   Result %106
#               Result %86
#             orelse:
#               %109 = Const False
#               Result %109
#           %111 = If %80 !no_fall #case
#             then:
#               %112 = LoadLocal n~11
#               StoreLocal n %112
#               %115 = LoadLocal n
#               Return %115
#             orelse:
#               %117 = Const None
#               %118 = Compare `is` %2 %117
#               %119 = IfValue %118 #cond_or
#                 then:
#                   %120 = Const True
#                   Result %120
#                 orelse:
#                   %122 = Const True
#                   %123 = Compare `is` %2 %122
#                   Result %123
#               %125 = If %119 !no_fall #case
#                 then:
#                   %127 = Const 0
#                   Return %127
#                 orelse:
#                   StoreLocal other %2
#                   %131 = LoadLocal other
#                   Return %131

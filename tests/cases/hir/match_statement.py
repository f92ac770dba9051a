def f(v):
    match v:
        case 0 | 1:
            return 'small'
        case [a, *rest] if a:
            return rest
        case {'k': x, **kw}:
            return x, kw
        case str(s):
            return s
    return None
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
# def f:2(v) !once !stable
#   %2 = LoadLocal v
#   %3 = Const 0
#   %4 = Compare `==` %2 %3
#   %5 = Truth %4
#   %6 = IfValue %5 #cond_or
#     then:
#       %7 = Const True
#       Result %7
#     orelse:
#       %9 = Const 1
#       %10 = Compare `==` %2 %9
#       %11 = Truth %10
#       Result %11
#   %13 = If %6 #case
#     then:
#       %15 = Const 'small'
#       Return %15
#     orelse:
#       %17 = Intrinsic match_sequence [%2] #match
#       %18 = IfValue %17 #cond_and
#         then:
#           %19 = Intrinsic match_length_min [%2] 1 #match
#           %20 = IfValue %19 #cond_and
#             then:
#               %21 = Intrinsic match_item [%2] #match
#               StoreLocal a~6 %21
#               %23 = Const 1
#               %24 = Const 0
#               %25 = Intrinsic match_rest [%2, %23, %24] #match
#               StoreLocal rest~7 %25
#               %27 = Const True
#               Result %27
#             orelse:
#               %29 = Const False
#               Result %29
#           Result %20
#         orelse:
#           %32 = Const False
#           Result %32
#       %34 = IfValue %18 #cond_and
#         then:
#           %35 = LoadLocal a~6
#           StoreLocal a %35
#           %37 = LoadLocal rest~7
#           StoreLocal rest %37
#           %39 = LoadLocal a
#           %40 = Truth %39
#           Result %40
#         orelse:
#           %42 = Const False
#           Result %42
#       %44 = If %34 #case
#         then:
#           %46 = LoadLocal rest
#           Return %46
#         orelse:
#           %48 = Intrinsic match_mapping [%2] #match
#           %49 = IfValue %48 #cond_and
#             then:
#               %50 = Intrinsic match_length_min [%2] 1 #match
#               %51 = IfValue %50 #cond_and
#                 then:
#                   %52 = Const 'k'
#                   %53 = Intrinsic match_keys [%2, %52] #match
#                   %54 = Const None
#                   %55 = Compare `is not` %53 %54
#                   %56 = IfValue %55 #cond_and
#                     then:
#                       %57 = Const 0
#                       %58 = LoadItem %53 %57
#                       StoreLocal x~8 %58
#                       %60 = Intrinsic match_others [%2, %52] #match
#                       StoreLocal kw~9 %60
#                       %62 = Const True
#                       Result %62
#                     orelse:
#                       %64 = Const False
#                       Result %64
#                   Result %56
#                 orelse:
#                   %67 = Const False
#                   Result %67
#               Result %51
#             orelse:
#               %70 = Const False
#               Result %70
#           %72 = If %49 #case
#             then:
#               %73 = LoadLocal x~8
#               StoreLocal x %73
#               %75 = LoadLocal kw~9
#               StoreLocal kw %75
#               %78 = LoadLocal x
#               %79 = LoadLocal kw
#               %80 = BuildTuple [%78, %79]
#               Return %80
#             orelse:
#               %82 = LoadKnown builtins.str
#               %83 = Intrinsic match_class [%2, %82] 1 #match
#               %84 = Const None
#               %85 = Compare `is not` %83 %84
#               %86 = IfValue %85 #cond_and
#                 then:
#                   %87 = Const 0
#                   %88 = LoadItem %83 %87
#                   StoreLocal s~10 %88
#                   %90 = Const True
#                   Result %90
#                 orelse:
#                   %92 = Const False
#                   Result %92
#               %94 = If %86 #case
#                 then:
#                   %95 = LoadLocal s~10
#                   StoreLocal s %95
#                   %98 = LoadLocal s
#                   Return %98
#   %101 = Const None
#   Return %101

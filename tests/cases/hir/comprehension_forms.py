class C:
    n = 3
    a = [x for x in range(n) if x]


def f(rows):
    d = {k: v for k, v in rows if k if v}
    s = {y for row in rows for y in row}
    g = sum(a * b for a in rows for b in a if b)
    h = list((lambda: z) for z in rows)
    return d, s, g, h, [last := r for r in rows], last
# expect:
# module __main__
#   global C !stable_class !body_only
#   global f !stable_function !body_only
#
# module <module>
#   %2 = MakeClass C ()
#   StoreGlobal C %2
#   %5 = MakeFunction f [] [] []
#   StoreGlobal f %5
#   %7 = Const None #implicit_return
#   Return %7 #implicit_return
#
# class C !once !stable
#   %2 = Const 3
#   StoreName n %2
#   %5 = LoadName n _ _
#   %6 = CallKnown builtins.range (%5)
#   %7 = BuildList [] #list_comp
#   %8 = ForLoop %6 #list_comp
#     body:
#       StoreLocal x' %8
#       %10 = LoadLocal x'
#       %11 = If %10 #list_comp
#         then:
#           %12 = LoadLocal x'
#           ListAppend %7 %12 #list_comp
#   StoreName a %7
#   %15 = Const None #implicit_return
#   Return %15 #implicit_return
#
# def f(rows) !once !stable
#   %2 = LoadLocal rows
#   %3 = BuildDict [] #dict_comp
#   %4 = ForLoop %2 #dict_comp
#     body:
#       %5 = Unpack %4 2 #unpack
#       %6 = UnpackItem %5
#       StoreLocal k' %6
#       %8 = UnpackItem %5 1
#       StoreLocal v' %8
#       %10 = LoadLocal k'
#       %11 = If %10 #dict_comp
#         then:
#           %12 = LoadLocal v'
#           %13 = If %12 #dict_comp
#             then:
#               %14 = LoadLocal k'
#               %15 = LoadLocal v'
#               DictSet %3 %14 %15 #dict_comp
#   StoreLocal d %3
#   %19 = LoadLocal rows
#   %20 = BuildSet [] #set_comp
#   %21 = ForLoop %19 #set_comp
#     body:
#       StoreLocal row' %21
#       %23 = LoadLocal row'
#       %24 = ForLoop %23 #set_comp
#         body:
#           StoreLocal y' %24
#           %26 = LoadLocal y'
#           SetAdd %20 %26 #set_comp
#   StoreLocal s %20
#   %30 = LoadLocal rows
#   NewCell @a'
#   %32 = IterNew %30
#   %33 = MakeGenExpr f.<locals>.<genexpr> %32
#   %34 = CallKnown builtins.sum (%33)
#   StoreLocal g %34
#   %37 = LoadLocal rows
#   NewCell @z'
#   %39 = IterNew %37
#   %40 = MakeGenExpr f.<locals>.<genexpr> %39
#   %41 = CallKnown builtins.list (%40)
#   StoreLocal h %41
#   %44 = LoadLocal d
#   %45 = LoadLocal s
#   %46 = LoadLocal g
#   %47 = LoadLocal h
#   %48 = LoadLocal rows
#   %49 = BuildList [] #list_comp
#   %50 = ForLoop %48 #list_comp
#     body:
#       StoreLocal r' %50
#       %52 = LoadLocal r'
#       StoreLocal last %52 #walrus
#       ListAppend %49 %52 #list_comp
#   %55 = LoadLocal last !checked
#   %56 = BuildTuple [%44, %45, %46, %47, %49, %55]
#   Return %56
#
# genexpr f.<locals>.<genexpr>(/item~) captures ^a'
#   %1 = LoadLocal item~
#   StoreCell ^a' %1
#   %3 = LoadCell ^a'
#   %4 = IterNew %3
#   %5 = MakeGenExpr f.<locals>.<genexpr>.<locals>.<genexpr> %4
#   GenDelegate %5
#
# genexpr f.<locals>.<genexpr>.<locals>.<genexpr>(/b') !in_loop captures ^a'
#   %1 = LoadLocal b'
#   %2 = If %1
#     orelse:
#       GenSkip
#   %4 = LoadCell ^a'
#   %5 = LoadLocal b'
#   %6 = Binary `*` %4 %5
#   Return %6
#
# genexpr f.<locals>.<genexpr>(/item~) captures ^z'
#   %1 = LoadLocal item~
#   StoreCell ^z' %1
#   %3 = MakeFunction f.<locals>.<genexpr>.<locals>.<lambda> [] [] []
#   Return %3
#
# lambda f.<locals>.<genexpr>.<locals>.<lambda>() !in_loop captures ^z'
#   %1 = LoadCell ^z'
#   Return %1

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
# module <module>:1
#   %2 = MakeClass C:2 ()
#   StoreGlobal C %2
#   %5 = MakeFunction f:3 [] [] []
#   StoreGlobal f %5
#   %7 = Const None #implicit_return
#   Return %7 #implicit_return
#
# class C:2 !once !stable
#   %2 = Const 3
#   StoreName n %2
#   %5 = LoadName n _ _
#   %6 = CallKnown builtins.range (%5)
#   %7 = BuildList [] #list_comp
#   %8 = ForLoop %6 #list_comp
#     body:
#       StoreLocal x$0 %8
#       %10 = LoadLocal x$0
#       %11 = If %10 #list_comp
#         then:
#           %12 = LoadLocal x$0
#           ListAppend %7 %12 #list_comp
#   StoreName a %7
#   %15 = Const None #implicit_return
#   Return %15 #implicit_return
#
# def f:3(rows) !once !stable
#   %2 = LoadLocal rows
#   %3 = BuildDict [] #dict_comp
#   %4 = ForLoop %2 #dict_comp
#     body:
#       %5 = Unpack %4 2 0 0 #unpack
#       %6 = UnpackItem %5
#       StoreLocal k$6 %6
#       %8 = UnpackItem %5 1
#       StoreLocal v$7 %8
#       %10 = LoadLocal k$6
#       %11 = If %10 #dict_comp
#         then:
#           %12 = LoadLocal v$7
#           %13 = If %12 #dict_comp
#             then:
#               %14 = LoadLocal k$6
#               %15 = LoadLocal v$7
#               DictSet %3 %14 %15 #dict_comp
#   StoreLocal d %3
#   %19 = LoadLocal rows
#   %20 = BuildSet [] #set_comp
#   %21 = ForLoop %19 #set_comp
#     body:
#       StoreLocal row$8 %21
#       %23 = LoadLocal row$8
#       %24 = ForLoop %23 #set_comp
#         body:
#           StoreLocal y$9 %24
#           %26 = LoadLocal y$9
#           SetAdd %20 %26 #set_comp
#   StoreLocal s %20
#   %30 = LoadLocal rows
#   NewCell @a$10
#   %32 = IterNew %30
#   %33 = MakeGenExpr f.<locals>.<genexpr>:4 %32
#   %34 = CallKnown builtins.sum (%33)
#   StoreLocal g %34
#   %37 = LoadLocal rows
#   NewCell @z$11
#   %39 = IterNew %37
#   %40 = MakeGenExpr f.<locals>.<genexpr>:6 %39
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
#       StoreLocal r$12 %50
#       %52 = LoadLocal r$12
#       StoreLocal last %52 #walrus
#       ListAppend %49 %52 #list_comp
#   %55 = LoadLocal last !checked
#   %56 = BuildTuple [%44, %45, %46, %47, %49, %55]
#   Return %56
#
# genexpr f.<locals>.<genexpr>:4(/item~0) captures ^a$1 = @a$10
#   %1 = LoadLocal item~0
#   StoreCell ^a$1 %1
#   %3 = LoadCell ^a$1
#   %4 = IterNew %3
#   %5 = MakeGenExpr f.<locals>.<genexpr>.<locals>.<genexpr>:5 %4
#   GenDelegate %5
#
# genexpr f.<locals>.<genexpr>.<locals>.<genexpr>:5(/b$0) !in_loop captures ^a$1 = ^a$1
#   %1 = LoadLocal b$0
#   %2 = If %1
#     orelse:
#       GenSkip
#   %4 = LoadCell ^a$1
#   %5 = LoadLocal b$0
#   %6 = Binary `*` %4 %5
#   Return %6
#
# genexpr f.<locals>.<genexpr>:6(/item~0) captures ^z$1 = @z$11
#   %1 = LoadLocal item~0
#   StoreCell ^z$1 %1
#   %3 = MakeFunction f.<locals>.<genexpr>.<locals>.<lambda>:7 [] [] []
#   Return %3
#
# lambda f.<locals>.<genexpr>.<locals>.<lambda>:7() !in_loop captures ^z$0 = ^z$1
#   %1 = LoadCell ^z$0
#   Return %1

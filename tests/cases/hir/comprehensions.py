def f(xs, k):
    a = [x * k for x in xs if x]
    b = {x: y for x in a for y in x}
    return any(v > k for v in b), {x for x in a}
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
# def f:2(xs, @k) !once !stable
#   %2 = LoadLocal xs
#   %3 = BuildList [] #list_comp
#   %4 = ForLoop %2 #list_comp
#     body:
#       StoreLocal x$4 %4
#       %6 = LoadLocal x$4
#       %7 = If %6 #list_comp
#         then:
#           %8 = LoadLocal x$4
#           %9 = LoadCell @k
#           %10 = Binary `*` %8 %9
#           ListAppend %3 %10 #list_comp
#   StoreLocal a %3
#   %14 = LoadLocal a
#   %15 = BuildDict [] #dict_comp
#   %16 = ForLoop %14 #dict_comp
#     body:
#       StoreLocal x$5 %16
#       %18 = LoadLocal x$5
#       %19 = ForLoop %18 #dict_comp
#         body:
#           StoreLocal y$6 %19
#           %21 = LoadLocal x$5
#           %22 = LoadLocal y$6
#           DictSet %15 %21 %22 #dict_comp
#   StoreLocal b %15
#   %26 = LoadLocal b
#   %27 = IterNew %26
#   %28 = MakeGenExpr f.<locals>.<genexpr>:3 %27
#   %29 = CallKnown builtins.any (%28)
#   %30 = LoadLocal a
#   %31 = BuildSet [] #set_comp
#   %32 = ForLoop %30 #set_comp
#     body:
#       StoreLocal x$7 %32
#       %34 = LoadLocal x$7
#       SetAdd %31 %34 #set_comp
#   %36 = BuildTuple [%29, %31]
#   Return %36
#
# genexpr f.<locals>.<genexpr>:3(/v$0) captures ^k = @k
#   %1 = LoadLocal v$0
#   %2 = LoadCell ^k
#   %3 = Compare `>` %1 %2
#   Return %3

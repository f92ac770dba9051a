def f(a, b, c):
    if a and (n := b) or not c:
        print(n)
    x = a and b or c
    while 0 < a < b:
        a += 1
    return x if a < b < c else None
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
# def f:2(a, b, c) !once !stable
#   %2 = LoadLocal a
#   %3 = IfValue %2 #cond_and
#     then:
#       %4 = LoadLocal b
#       StoreLocal n %4 #walrus
#       %6 = Truth %4
#       Result %6
#     orelse:
#       %8 = Const False
#       Result %8
#   %10 = IfValue %3 #cond_or
#     then:
#       %14 = Const True
#       Result %14
#     orelse:
#       %11 = LoadLocal c
#       %12 = Not %11
#       Result %12
#   %16 = If %10
#     then:
#       %18 = LoadLocal n !checked
#       %19 = CallKnown builtins.print (%18)
#   %21 = LoadLocal a
#   %22 = IfValue %21 #and
#     then:
#       %23 = LoadLocal b
#       Result %23
#     orelse:
#       Result %21
#   %26 = IfValue %22 #or
#     then:
#       Result %22
#     orelse:
#       %27 = LoadLocal c
#       Result %27
#   StoreLocal x %26
#   %32 = WhileLoop
#     cond:
#       %33 = Const 0
#       %34 = LoadLocal a
#       %35 = Compare `<` %33 %34
#       %36 = IfValue %35 #cond_chain
#         then:
#           %37 = LoadLocal b
#           %38 = Compare `<` %34 %37
#           %39 = Truth %38
#           Result %39
#         orelse:
#           %41 = Const False
#           Result %41
#       Result %36
#     body:
#       %45 = LoadLocal a
#       %46 = Const 1
#       %47 = Inplace `+` %45 %46 #augmented
#       StoreLocal a %47 #augmented
#   %50 = LoadLocal a
#   %51 = LoadLocal b
#   %52 = Compare `<` %50 %51
#   %53 = IfValue %52 #cond_chain
#     then:
#       %54 = LoadLocal c
#       %55 = Compare `<` %51 %54
#       %56 = Truth %55
#       Result %56
#     orelse:
#       %58 = Const False
#       Result %58
#   %60 = IfValue %53 #ternary
#     then:
#       %61 = LoadLocal x
#       Result %61
#     orelse:
#       %63 = Const None
#       Result %63
#   Return %60

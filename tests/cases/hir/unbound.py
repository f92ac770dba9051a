def f(flag, items):
    if flag:
        v = 1
    print(v)
    for i in items:
        w = i
    print(w)
    try:
        q = 1
    except ValueError:
        return
    print(q)
    while True:
        s = 1
        if flag:
            break
    print(s)
    del s
    print(s)


def g():
    return later


later = g
# expect:
# module __main__
#   global f !stable_function !body_only
#   global g !stable_function !body_only
#   global later
#
# module <module>:1
#   %2 = MakeFunction f:2 [] [] []
#   StoreGlobal f %2
#   %5 = MakeFunction g:3 [] [] []
#   StoreGlobal g %5
#   %8 = LoadGlobal g
#   StoreGlobal later %8
#   %10 = Const None #implicit_return
#   Return %10 #implicit_return
#
# def f:2(flag, items) !once !stable
#   %2 = LoadLocal flag
#   %3 = If %2
#     then:
#       %5 = Const 1
#       StoreLocal v %5
#   %8 = LoadLocal v !checked
#   %9 = CallKnown builtins.print (%8)
#   %11 = LoadLocal items
#   %12 = ForLoop %11
#     body:
#       StoreLocal i %12
#       %15 = LoadLocal i
#       StoreLocal w %15
#   %18 = LoadLocal w !checked
#   %19 = CallKnown builtins.print (%18)
#   %21 = Try
#     body:
#       %23 = Const 1
#       StoreLocal q %23
#     %25 = Handler
#       match:
#         %26 = LoadKnown builtins.ValueError
#         Result %26
#       body:
#         %29 = Const None
#         Return %29
#   %32 = LoadLocal q
#   %33 = CallKnown builtins.print (%32)
#   %35 = WhileLoop !forever
#     cond:
#       %36 = Const True
#       Result %36
#     body:
#       %39 = Const 1
#       StoreLocal s %39
#       %42 = LoadLocal flag
#       %43 = If %42
#         then:
#           Break %35
#   %47 = LoadLocal s
#   %48 = CallKnown builtins.print (%47)
#   DeleteLocal s
#   %52 = LoadLocal s !checked
#   %53 = CallKnown builtins.print (%52)
#   %54 = Const None #implicit_return
#   Return %54 #implicit_return
#
# def g:3() !once !stable
#   %2 = LoadGlobal later !checked
#   Return %2

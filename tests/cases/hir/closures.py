def f(a):
    n = 0

    def g():
        nonlocal n
        n += a
        return n

    return g, lambda: n
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
# def f:2(@a) !once !stable
#   %2 = Const 0
#   StoreCell @n %2
#   %5 = MakeFunction f.<locals>.g:3 [] [] []
#   StoreLocal g %5
#   %8 = LoadLocal g
#   %9 = MakeFunction f.<locals>.<lambda>:4 [] [] []
#   %10 = BuildTuple [%8, %9]
#   Return %10
#
# def f.<locals>.g:3() captures ^n = @n, ^a = @a
#   %3 = LoadCell ^n
#   %4 = LoadCell ^a
#   %5 = Inplace `+` %3 %4 #augmented
#   StoreCell ^n %5 #augmented
#   %8 = LoadCell ^n
#   Return %8
#
# lambda f.<locals>.<lambda>:4() captures ^n = @n
#   %1 = LoadCell ^n
#   Return %1

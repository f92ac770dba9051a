def outer(xs):
    total = 0

    def add(x):
        nonlocal total
        total += x
        return total

    def even(n):
        return n == 0 or odd(n - 1)

    def odd(n):
        return n != 0 and even(n - 1)

    late = [lambda: i for i in xs]
    return add, even, late
# expect:
# module __main__
#   global outer !stable_function !body_only
#
# module <module>:1
#   %2 = MakeFunction outer:2 [] [] []
#   StoreGlobal outer %2
#   %4 = Const None #implicit_return
#   Return %4 #implicit_return
#
# def outer:2(xs) !once !stable
#   %2 = Const 0
#   StoreCell @total %2
#   %5 = MakeFunction outer.<locals>.add:3 [] [] []
#   StoreLocal add %5
#   %8 = MakeFunction outer.<locals>.even:4 [] [] []
#   StoreCell @even %8
#   %11 = MakeFunction outer.<locals>.odd:5 [] [] []
#   StoreCell @odd %11
#   %14 = LoadLocal xs
#   NewCell @i$6
#   %16 = BuildList [] #list_comp
#   %17 = ForLoop %14 #list_comp
#     body:
#       StoreCell @i$6 %17
#       %19 = MakeFunction outer.<locals>.<lambda>:6 [] [] []
#       ListAppend %16 %19 #list_comp
#   StoreLocal late %16
#   %23 = LoadLocal add
#   %24 = LoadCell @even
#   %25 = LoadLocal late
#   %26 = BuildTuple [%23, %24, %25]
#   Return %26
#
# def outer.<locals>.add:3(x) captures ^total = @total
#   %3 = LoadCell ^total
#   %4 = LoadLocal x
#   %5 = Inplace `+` %3 %4 #augmented
#   StoreCell ^total %5 #augmented
#   %8 = LoadCell ^total
#   Return %8
#
# def outer.<locals>.even:4(n) captures ^odd = @odd
#   %2 = LoadLocal n
#   %3 = Const 0
#   %4 = Compare `==` %2 %3
#   %5 = IfValue %4 #or
#     then:
#       Result %4
#     orelse:
#       %6 = LoadCell ^odd !checked
#       %7 = LoadLocal n
#       %8 = Const 1
#       %9 = Binary `-` %7 %8
#       %10 = Call %6 (%9)
#       Result %10
#   Return %5
#
# def outer.<locals>.odd:5(n) captures ^even = @even
#   %2 = LoadLocal n
#   %3 = Const 0
#   %4 = Compare `!=` %2 %3
#   %5 = IfValue %4 #and
#     then:
#       %6 = LoadCell ^even
#       %7 = LoadLocal n
#       %8 = Const 1
#       %9 = Binary `-` %7 %8
#       %10 = Call %6 (%9)
#       Result %10
#     orelse:
#       Result %4
#   Return %5
#
# lambda outer.<locals>.<lambda>:6() !in_loop captures ^i$0 = @i$6
#   %1 = LoadCell ^i$0
#   Return %1

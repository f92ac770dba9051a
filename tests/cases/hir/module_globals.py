N = 10
total = 0


def add(k):
    global total
    total += k * N
    return helper(total)


def helper(v):
    return v


print(add(2), total)
# expect:
# module __main__
#   global N !const
#   global total !rebound !set_inside
#   global add !stable_function !body_only
#   global helper !stable_function
#
# module <module>:1
#   %2 = Const 10
#   StoreGlobal N %2
#   %5 = Const 0
#   StoreGlobal total %5
#   %8 = MakeFunction add:2 [] [] []
#   StoreGlobal add %8
#   %11 = MakeFunction helper:3 [] [] []
#   StoreGlobal helper %11
#   %14 = Const 2
#   %15 = CallUnit add:2 [%14] add
#   %16 = LoadGlobal total
#   %17 = CallKnown builtins.print (%15, %16)
#   %18 = Const None #implicit_return
#   Return %18 #implicit_return
#
# def add:2(k) !once !stable
#   %3 = LoadGlobal total
#   %4 = LoadLocal k
#   %5 = LoadGlobal N
#   %6 = Binary `*` %4 %5
#   %7 = Inplace `+` %3 %6 #augmented
#   StoreGlobal total %7 #augmented
#   %10 = LoadGlobal total
#   %11 = CallUnit helper:3 [%10] helper
#   Return %11
#
# def helper:3(v) !once !stable
#   %2 = LoadLocal v
#   Return %2

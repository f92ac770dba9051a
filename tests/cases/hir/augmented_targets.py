def f(o, d, k):
    o.n += 1
    d[k()] -= 2
    k |= 3
    return k
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
# def f:2(o, d, k) !once !stable
#   %2 = LoadLocal o
#   %3 = LoadAttr %2 n
#   %4 = Const 1
#   %5 = Inplace `+` %3 %4 #augmented
#   StoreAttr %2 n %5 #augmented
#   %8 = LoadLocal d
#   %9 = LoadLocal k
#   %10 = Call %9 ()
#   %11 = LoadItem %8 %10
#   %12 = Const 2
#   %13 = Inplace `-` %11 %12 #augmented
#   StoreItem %8 %10 %13 #augmented
#   %16 = LoadLocal k
#   %17 = Const 3
#   %18 = Inplace `|` %16 %17 #augmented
#   StoreLocal k %18 #augmented
#   %21 = LoadLocal k
#   Return %21

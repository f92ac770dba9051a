def f(xs):
    a, (b, *c) = xs
    [d] = c
    return a, b, d
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
# def f:2(xs) !once !stable
#   %2 = LoadLocal xs
#   %3 = Unpack %2 2 0 0 #unpack
#   %4 = UnpackItem %3
#   StoreLocal a %4
#   %6 = UnpackItem %3 1
#   %7 = Unpack %6 1 0 1 #unpack
#   %8 = UnpackItem %7
#   StoreLocal b %8
#   %10 = UnpackItem %7 1
#   StoreLocal c %10
#   %13 = LoadLocal c
#   %14 = Unpack %13 1 0 0 #unpack
#   %15 = UnpackItem %14
#   StoreLocal d %15
#   %18 = LoadLocal a
#   %19 = LoadLocal b
#   %20 = LoadLocal d
#   %21 = BuildTuple [%18, %19, %20]
#   Return %21

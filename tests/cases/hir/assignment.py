def f(obj, i):
    a, b = b0, c0 = i, 1
    a, b = b, a
    (x, *rest), obj.y = obj
    obj[i].z += 1
    obj[i:, ::2] //= 2
    del rest, obj[0], obj.y
    first = last = x
    return first
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
# def f:2(obj, i) !once !stable
#   %2 = LoadLocal i
#   %3 = Const 1
#   %4 = BuildTuple [%2, %3]
#   %5 = Unpack %4 2 0 0 #unpack
#   %6 = UnpackItem %5
#   StoreLocal a %6
#   %8 = UnpackItem %5 1
#   StoreLocal b %8
#   %10 = Unpack %4 2 0 0 #unpack
#   %11 = UnpackItem %10
#   StoreLocal b0 %11
#   %13 = UnpackItem %10 1
#   StoreLocal c0 %13
#   %16 = LoadLocal b
#   %17 = LoadLocal a
#   StoreLocal a %16
#   StoreLocal b %17
#   %21 = LoadLocal obj
#   %22 = Unpack %21 2 0 0 #unpack
#   %23 = UnpackItem %22
#   %24 = Unpack %23 1 0 1 #unpack
#   %25 = UnpackItem %24
#   StoreLocal x %25
#   %27 = UnpackItem %24 1
#   StoreLocal rest %27
#   %29 = UnpackItem %22 1
#   %30 = LoadLocal obj
#   StoreAttr %30 y %29
#   %33 = LoadLocal obj
#   %34 = LoadLocal i
#   %35 = LoadItem %33 %34
#   %36 = LoadAttr %35 z
#   %37 = Const 1
#   %38 = Inplace `+` %36 %37 #augmented
#   StoreAttr %35 z %38 #augmented
#   %41 = LoadLocal obj
#   %42 = LoadLocal i
#   %43 = Slice %42 _ _
#   %44 = Const 2
#   %45 = Slice _ _ %44
#   %46 = BuildTuple [%43, %45]
#   %47 = LoadItem %41 %46
#   %48 = Const 2
#   %49 = Inplace `//` %47 %48 #augmented
#   StoreItem %41 %46 %49 #augmented
#   DeleteLocal rest
#   %53 = LoadLocal obj
#   %54 = Const 0
#   DeleteItem %53 %54
#   %56 = LoadLocal obj
#   DeleteAttr %56 y
#   %59 = LoadLocal x
#   StoreLocal first %59
#   StoreLocal last %59
#   %63 = LoadLocal first
#   Return %63

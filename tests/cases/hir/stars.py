def f(a, b, g):
    g(*a, *b, k=1, **b)
    g(*a, g())
    x = [*a, 1, *b]
    y = {**a, "k": g()}
    z = *a, *b
    return {*x, g()}, y, z
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
# def f:2(a, b, g) !once !stable
#   %2 = LoadLocal g
#   %3 = LoadLocal a
#   %4 = LoadLocal b
#   %5 = Const 1
#   %6 = LoadLocal b
#   %7 = Call %2 (*%3, *%4, k=%5, **%6)
#   %9 = LoadLocal g
#   %10 = BuildList [] #star
#   %11 = LoadLocal a
#   ListExtend %10 %11 #star
#   %13 = LoadLocal g
#   %14 = Call %13 ()
#   ListAppend %10 %14 #star
#   %16 = Call %9 (*%10)
#   %18 = LoadLocal a
#   %19 = Const 1
#   %20 = LoadLocal b
#   %21 = BuildListStar (*%18, %19, *%20)
#   StoreLocal x %21
#   %24 = BuildDict [] #star
#   %25 = LoadLocal a
#   DictMerge %24 %25 #star
#   %27 = Const 'k'
#   %28 = LoadLocal g
#   %29 = Call %28 ()
#   DictSet %24 %27 %29 #star
#   StoreLocal y %24
#   %33 = LoadLocal a
#   %34 = LoadLocal b
#   %35 = BuildTupleStar (*%33, *%34)
#   StoreLocal z %35
#   %38 = BuildSet [] #star
#   %39 = LoadLocal x
#   SetUpdate %38 %39 #star
#   %41 = LoadLocal g
#   %42 = Call %41 ()
#   SetAdd %38 %42 #star
#   %44 = LoadLocal y
#   %45 = LoadLocal z
#   %46 = BuildTuple [%38, %44, %45]
#   Return %46

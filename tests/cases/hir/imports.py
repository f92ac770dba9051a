import math
from math import sqrt as root, pi
import missing.part as part


def f(x):
    from math import floor
    return root(x) + math.pi + floor(x) + pi


try:
    import nothing
except ImportError:
    nothing = None

if __name__ == "__main__":
    print(f(2), __name__)
# expect:
# module __main__
#   global math !alias
#   global root !alias = math.sqrt
#   global pi !alias = math.pi
#   global part !body_only
#   global f !stable_function !body_only
#   global nothing !body_only !rebound
#   global __name__
#
# module <module>:1
#   %2 = LoadStdModule math
#   StoreGlobal math %2
#   %5 = LoadKnown math.sqrt
#   StoreGlobal root %5
#   %7 = LoadKnown math.pi
#   StoreGlobal pi %7
#   %10 = ImportMissing 'missing'
#   StoreGlobal part %10
#   %13 = MakeFunction f:2 [] [] []
#   StoreGlobal f %13
#   %16 = Try
#     body:
#       %18 = ImportMissing 'nothing'
#       StoreGlobal nothing %18
#     %20 = Handler
#       match:
#         %21 = LoadKnown builtins.ImportError
#         Result %21
#       body:
#         %24 = Const None
#         StoreGlobal nothing %24
#   %28 = Const 2
#   %29 = CallUnit f:2 [%28] f
#   %30 = Const '__main__'
#   %31 = CallKnown builtins.print (%29, %30)
#   %32 = Const None #implicit_return
#   Return %32 #implicit_return
#
# def f:2(x) !once !stable
#   %2 = LoadKnown math.floor
#   StoreLocal floor %2
#   %5 = LoadLocal x
#   %6 = CallKnown math.sqrt (%5)
#   %7 = LoadKnown math.pi
#   %8 = Binary `+` %6 %7
#   %9 = LoadLocal x
#   %10 = CallKnown math.floor (%9)
#   %11 = Binary `+` %8 %10
#   %12 = LoadKnown math.pi
#   %13 = Binary `+` %11 %12
#   Return %13

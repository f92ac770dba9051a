import sys, builtins, math
print(sys.__name__, math.__name__, builtins.__name__, builtins.len([1,2]), getattr(builtins, "max")(3,4))
print(hasattr(builtins, "KeyError"), "sqrt" in dir(math), sorted(vars(builtins))[:2])

# from m import *: __all__, underscore names, shadowing.
from public import *
from limited import *
print(visible, also, shared)
try:
    _hidden
except NameError as e:
    print(e)
try:
    not_exported
except NameError as e:
    print(e)
print(exported(), _listed)
shared = "main's"
import public
print(public.shared, shared, show())

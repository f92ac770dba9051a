def f(*): pass
# expect:
# error[PT0204]: named arguments must follow bare *
#  --> star_alone.py:1:7
#   |
# 1 | def f(*): pass
#   |       ^

def f(a=1, b): pass
# expect:
# error[PT0204]: non-default argument follows default argument
#  --> default_order.py:1:12
#   |
# 1 | def f(a=1, b): pass
#   |            ^

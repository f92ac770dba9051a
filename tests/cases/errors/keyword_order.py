f(x=1, 2)
# expect:
# error[PT0204]: positional argument follows keyword argument
#  --> keyword_order.py:1:9
#   |
# 1 | f(x=1, 2)
#   |         ^

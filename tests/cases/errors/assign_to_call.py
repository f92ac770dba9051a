f(x) = 1
# expect:
# error[PT0203]: cannot assign to function call here. Maybe you meant '==' instead of '='?
#  --> assign_to_call.py:1:1
#   |
# 1 | f(x) = 1
#   | ^^^^

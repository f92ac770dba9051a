1 = x
# expect:
# error[PT0203]: cannot assign to literal here. Maybe you meant '==' instead of '='?
#  --> assign_to_literal.py:1:1
#   |
# 1 | 1 = x
#   | ^

__debug__ = 1
# expect:
# error[PT0309]: cannot assign to __debug__
#  --> debug_name.py:1:1
#   |
# 1 | __debug__ = 1
#   | ^^^^^^^^^

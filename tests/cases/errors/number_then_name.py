x = 3px
# expect:
# error[PT0105]: invalid decimal literal
#  --> number_then_name.py:1:5
#   |
# 1 | x = 3px
#   |     ^

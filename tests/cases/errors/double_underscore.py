x = 1__0
# expect:
# error[PT0105]: invalid decimal literal
#  --> double_underscore.py:1:6
#   |
# 1 | x = 1__0
#   |      ^

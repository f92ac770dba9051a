x = 1 2
# expect:
# error[PT0201]: invalid syntax
#  --> invalid_syntax.py:1:7
#   |
# 1 | x = 1 2
#   |       ^

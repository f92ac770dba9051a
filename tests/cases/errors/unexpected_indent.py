x = 1
    y = 2
# expect:
# error[PT0202]: unexpected indent
#  --> unexpected_indent.py:2:4
#   |
# 2 |     y = 2
#   |    ^

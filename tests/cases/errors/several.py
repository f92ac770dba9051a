x = = 1

def f(:
    pass

y = (1,
# expect:
# error[PT0201]: invalid syntax
#  --> several.py:1:5
#   |
# 1 | x = = 1
#   |     ^
# error[PT0201]: invalid syntax
#  --> several.py:3:7
#   |
# 3 | def f(:
#   |       ^
# error[PT0110]: '(' was never closed
#  --> several.py:6:5
#   |
# 6 | y = (1,
#   |     ^

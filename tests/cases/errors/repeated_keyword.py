f(x=1, x=2)
# expect:
# error[PT0302]: keyword argument repeated: x
#  --> repeated_keyword.py:1:8
#   |
# 1 | f(x=1, x=2)
#   |        ^^^

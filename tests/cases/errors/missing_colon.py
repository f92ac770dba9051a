if x
    pass
# expect:
# error[PT0201]: expected ':'
#  --> missing_colon.py:1:5
#   |
# 1 | if x
#   |     ^

if x
    pass
# expect:
# error[PT0201]: expected ':'
#  --> missing_colon.py:1:5
#   |
# 1 | if x
#   |     ^
# error[PT0202]: unexpected unindent
#  --> missing_colon.py:2:9
#   |
# 2 |     pass
#   |         ^

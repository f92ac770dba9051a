if x = 1:
    pass
# expect:
# error[PT0203]: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
#  --> assign_in_if.py:1:4
#   |
# 1 | if x = 1:
#   |    ^^^^^

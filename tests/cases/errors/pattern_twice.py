match x:
    case (a, a): pass
# expect:
# error[PT0308]: multiple assignments to name 'a' in pattern
#  --> pattern_twice.py:2:14
#   |
# 2 |     case (a, a): pass
#   |              ^

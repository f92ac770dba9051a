a = *b
# expect:
# error[PT0305]: can't use starred expression here
#  --> star_target.py:1:5
#   |
# 1 | a = *b
#   |     ^^

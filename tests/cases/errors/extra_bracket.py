x = 1)
# expect:
# error[PT0110]: unmatched ')'
#  --> extra_bracket.py:1:6
#   |
# 1 | x = 1)
#   |      ^

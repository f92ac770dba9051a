x = [1, 2)
# expect:
# error[PT0110]: closing parenthesis ')' does not match opening parenthesis '['
#  --> wrong_bracket.py:1:10
#   |
# 1 | x = [1, 2)
#   |          ^

x = [1, 2
y = 3
# expect:
# error[PT0110]: '[' was never closed
#  --> unclosed_bracket.py:1:5
#   |
# 1 | x = [1, 2
#   |     ^
# error[PT0201]: invalid syntax. Perhaps you forgot a comma?
#  --> unclosed_bracket.py:1:9
#   |
# 1 | x = [1, 2
#   |         ^

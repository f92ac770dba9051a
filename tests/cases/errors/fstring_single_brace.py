x = f"}"
# expect:
# error[PT0112]: f-string: single '}' is not allowed
#  --> fstring_single_brace.py:1:9
#   |
# 1 | x = f"}"
#   |         ^

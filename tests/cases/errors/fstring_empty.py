x = f"{}"
# expect:
# error[PT0112]: f-string: empty expression not allowed
#  --> fstring_empty.py:1:10
#   |
# 1 | x = f"{}"
#   |          ^

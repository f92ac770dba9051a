# differs: newer than CPython 3.11
x = t"{1}"
# expect:
# error[PT0406]: template strings are not supported
#  --> template_string.py:2:5
#   |
# 2 | x = t"{1}"
#   |     ^^^^^^

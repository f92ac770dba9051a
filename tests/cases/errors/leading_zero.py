x = 08
# expect:
# error[PT0105]: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
#  --> leading_zero.py:1:5
#   |
# 1 | x = 08
#   |     ^

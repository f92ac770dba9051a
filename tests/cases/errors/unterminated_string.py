x = 'it is
y = 2
# expect:
# error[PT0104]: unterminated string literal (detected at line 1)
#  --> unterminated_string.py:1:5
#   |
# 1 | x = 'it is
#   |     ^

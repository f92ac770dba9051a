x = """it is
y = 2
# expect:
# error[PT0104]: unterminated triple-quoted string literal (detected at line 2)
#  --> unterminated_triple.py:1:5
#   |
# 1 | x = """it is
#   |     ^

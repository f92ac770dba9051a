# differs: CPython's message holds the file's path
x = "ÿ"
# expect:
# error[PT0101]: (unicode error) 'utf-8' codec can't decode byte 0xff in position 56
#  --> bad_encoding.py:2:6
#   |
# 2 | x = "?"
#   |      ^

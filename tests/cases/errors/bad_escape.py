x = "\x4"
# expect:
# error[PT0111]: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape
#  --> bad_escape.py:1:10
#   |
# 1 | x = "\x4"
#   |          ^

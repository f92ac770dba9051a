x = "\N{no such name}"
# expect:
# error[PT0111]: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-15: unknown Unicode character name
#  --> bad_unicode_name.py:1:23
#   |
# 1 | x = "\N{no such name}"
#   |                       ^

x = “hello”
# expect:
# error[PT0103]: invalid character '“' (U+201C)
#  --> bad_character.py:1:5
#   |
# 1 | x = “hello”
#   |     ^

x = 1 + \ # c
    2
# expect:
# error[PT0106]: unexpected character after line continuation character
#  --> bad_continuation.py:1:10
#   |
# 1 | x = 1 + \ # c
#   |          ^

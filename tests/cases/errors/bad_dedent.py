if x:
        a = 1
    b = 2
# expect:
# error[PT0108]: unindent does not match any outer indentation level
#  --> bad_dedent.py:3:10
#   |
# 3 |     b = 2
#   |          ^

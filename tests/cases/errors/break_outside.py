break
# expect:
# error[PT0304]: 'break' outside loop
#  --> break_outside.py:1:1
#   |
# 1 | break
#   | ^^^^^

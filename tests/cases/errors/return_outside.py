return 1
# expect:
# error[PT0303]: 'return' outside function
#  --> return_outside.py:1:1
#   |
# 1 | return 1
#   | ^^^^^^^^

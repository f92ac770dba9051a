del f()
# expect:
# error[PT0203]: cannot delete function call
#  --> delete_call.py:1:5
#   |
# 1 | del f()
#   |     ^^^

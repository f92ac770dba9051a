nonlocal x
# expect:
# error[PT0301]: nonlocal declaration not allowed at module level
#  --> nonlocal_module.py:1:1
#   |
# 1 | nonlocal x
#   | ^^^^^^^^^^

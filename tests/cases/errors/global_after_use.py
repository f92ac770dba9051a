def f():
    x = 1
    global x
# expect:
# error[PT0301]: name 'x' is assigned to before global declaration
#  --> global_after_use.py:3:5
#   |
# 3 |     global x
#   |     ^^^^^^^^

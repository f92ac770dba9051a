def f(a, a): pass
# expect:
# error[PT0302]: duplicate argument 'a' in function definition
#  --> duplicate_argument.py:1:10
#   |
# 1 | def f(a, a): pass
#   |          ^

[x := 1 for x in y]
# expect:
# error[PT0306]: assignment expression cannot rebind comprehension iteration variable 'x'
#  --> walrus_rebinds.py:1:2
#   |
# 1 | [x := 1 for x in y]
#   |  ^

def f():
return 1
# expect:
# error[PT0202]: expected an indented block after function definition on line 1
#  --> missing_block.py:2:1
#   |
# 2 | return 1
#   | ^^^^^^

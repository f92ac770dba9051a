print "hello"
# expect:
# error[PT0201]: Missing parentheses in call to 'print'. Did you mean print(...)?
#  --> print_statement.py:1:1
#   |
# 1 | print "hello"
#   | ^^^^^^^^^^^^^

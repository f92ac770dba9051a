if x:
        a = 1
	b = 2
# expect:
# error[PT0107]: inconsistent use of tabs and spaces in indentation
#  --> inconsistent_tabs.py:3:1
#   |
# 3 |     b = 2
#   | ^^^^^^^^^

import os
from __future__ import annotations
# expect:
# error[PT0307]: from __future__ imports must occur at the beginning of the file
#  --> late_future.py:2:1
#   |
# 2 | from __future__ import annotations
#   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

try: pass
except: pass
except ValueError: pass
# expect:
# error[PT0310]: default 'except:' must be last
#  --> bare_except_first.py:2:1
#   |
# 2 | except: pass
#   | ^^^^^^^^^^^^

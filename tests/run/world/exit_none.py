# sys.exit() gives status 0.
import sys
print("before")
if len(sys.argv) > 0:
    sys.exit()
print("never")

# Anything that is no int is printed on stderr, with status 1.
import sys
print("x")
sys.exit([1, "two", {"three": 3}])

# Reading from empty input.
import sys
print(repr(sys.stdin.read()), sys.stdin.readlines(), list(sys.stdin), repr(sys.stdin.readline()))
try:
    input()
except EOFError as e:
    print("EOF:", e)
for line in sys.stdin:
    print("never")
else:
    print("no lines")

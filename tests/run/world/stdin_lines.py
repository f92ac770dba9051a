# Reading standard input line by line, in several ways.
import sys
first = input()
second = input("prompt> ")
print(repr(first), repr(second))
third = sys.stdin.readline()
print(repr(third))
n = int(input())
rows = [list(map(int, input().split())) for _ in range(n)]
print(rows, sum(map(sum, rows)))
for line in sys.stdin:
    line = line.rstrip("\n")
    if line == "stop":
        break
    print("line", repr(line))
rest = sys.stdin.read()
print(repr(rest), repr(sys.stdin.read()), repr(sys.stdin.readline()))
try:
    input("again? ")
except EOFError as e:
    print(e)

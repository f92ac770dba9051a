# readlines, list(sys.stdin), splitlines of the whole input.
import sys
lines = sys.stdin.readlines()
print(len(lines), lines)
data = [l.strip().split(",") for l in lines if l.strip()]
print(data)
head, *body = data
print([dict(zip(head, row)) for row in body])
print(list(sys.stdin), sys.stdin.readline() == "")

# Runaway recursion ends the program with RecursionError; output so far appears.
print("start")
def f(n):
    return f(n + 1) + 1
f(0)

# Exit deep inside calls and loops; output so far appears.
import sys
def deep(n):
    if n == 0:
        print("leaving", end="")
        sys.exit(9)
    for i in range(2):
        with_finally(n)
def with_finally(n):
    try:
        deep(n - 1)
    except ValueError:
        print("no")
    finally:
        print("|f", n, end="")
deep(3)

# Runaway recursion is an ordinary, catchable exception.
import sys
def f(n):
    return f(n + 1)
try:
    f(0)
except RecursionError as e:
    print(type(e).__name__, e)
class A:
    def __repr__(self): return repr(self)
    def __getattr__(self, k): return getattr(self, k + "x")
    def __eq__(self, o): return self == o
    def __add__(self, o): return self + o
for g in (lambda: repr(A()), lambda: A().zz, lambda: A() == 1, lambda: A() + 1):
    try:
        g()
    except RecursionError as e:
        print("RecursionError", str(e)[:32])
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)
print(deep(800))
depth = 0
def count():
    global depth
    depth += 1
    count()
try:
    count()
except RecursionError:
    print(500 < depth <= sys.getrecursionlimit())
def even(n):
    return odd(n - 1)
def odd(n):
    return even(n - 1)
try:
    even(10)
except RecursionError:
    print("mutual")
def recover(n):
    try:
        return recover(n + 1)
    except RecursionError:
        return "recovered"
print(recover(0), deep(500))

# sys.exit(n) runs finally blocks and gives the status.
import sys
def f():
    try:
        print("in try")
        sys.exit(3)
    finally:
        print("in finally")
try:
    f()
except Exception:
    print("SystemExit is no Exception")
print("never")

# SystemExit can be caught; its code; exit with odd values; raise SystemExit.
import sys
for arg in (0, 1, None, "text", (1, 2), 256, True, -1, 2.5):
    try:
        sys.exit(arg)
    except SystemExit as e:
        print(repr(e.code), e.args, repr(e), isinstance(e, Exception))
try:
    raise SystemExit
except SystemExit as e:
    print(e.code)
try:
    exit(4)
except SystemExit as e:
    print("exit", e.code)
try:
    quit()
except SystemExit as e:
    print("quit", e.code)
try:
    sys.exit(1, 2)
except TypeError as e:
    print(e)
raise SystemExit(7)

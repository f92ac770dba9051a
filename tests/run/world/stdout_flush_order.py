# stdout and stderr are separate streams; everything printed before a crash appears.
import sys
for i in range(5):
    print("out", i)
    print("err", i, file=sys.stderr)
sys.stdout.flush()
sys.stderr.write("last words\n")
print("no newline", end="")
sys.exit(2)

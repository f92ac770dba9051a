# Arguments of the command line.
import sys
print(len(sys.argv), sys.argv[1:])
for i, a in enumerate(sys.argv[1:], 1):
    print(i, repr(a), len(a), a.isdigit())
nums = [int(a) for a in sys.argv[1:] if a.lstrip("-").isdigit()]
print(sum(nums), type(sys.argv).__name__, sys.argv[-1])
sys.argv.append("extra")
print(sys.argv[-1], "--flag" in sys.argv)

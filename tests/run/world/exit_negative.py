# A negative status wraps.
import sys
sys.exit(-1)

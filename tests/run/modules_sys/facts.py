# sys: what programs look at.
import sys
print(sys.maxsize, sys.byteorder, sys.getrecursionlimit(), sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, type(sys.version).__name__, sys.maxunicode, sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.default_max_str_digits, sys.implementation.name, sys.hash_info.modulus)
sys.setrecursionlimit(5000)
print(sys.getrecursionlimit())
def f(n): return 0 if n == 0 else 1 + f(n - 1)
print(f(3000))
print(isinstance(sys.path, list), "sys" in sys.modules, sys.stdin is not None, sys.stdout.encoding, sys.getdefaultencoding(), sys.exc_info(), callable(sys.exit), sys.getsizeof([]) > 0, sys.intern("a") == "a")
try:
    1 / 0
except ZeroDivisionError:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, tb is not None)
try:
    sys.setrecursionlimit(0)
except ValueError as e:
    print(e)
print(sys.stdout.write("w\n"), sys.set_int_max_str_digits(5000), len(str(10 ** 4500)), sys.stderr.write(""))
class Sink:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
old = sys.stdout
sys.stdout = sink = Sink()
print("hidden")
sys.stdout = old
print(sink.parts)

# time: only what is the same on every run.
import time
t0 = time.time()
p0 = time.perf_counter()
m0 = time.monotonic()
time.sleep(0.01)
print(time.time() - t0 >= 0.009, time.perf_counter() > p0, time.monotonic() > m0, type(time.time()).__name__, type(time.time_ns()).__name__, type(time.perf_counter_ns()).__name__, time.time() > 1.6e9, time.process_time() >= 0)
g = time.gmtime(0)
print(g.tm_year, g.tm_mon, g.tm_mday, g.tm_hour, g.tm_wday, g.tm_yday, g[0], time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(86400 * 365)), time.strftime("%a %b %j", time.gmtime(1e9)))
try:
    time.sleep(-1)
except ValueError as e:
    print(e)
try:
    time.sleep("a")
except TypeError as e:
    print(e)

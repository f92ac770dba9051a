# The sign of zero survives where IEEE says so.
import math
z = 0.0
n = -0.0
print(z, n, -z, -n, z + n, n + n, n - z, z - z, n * 1, n * -1, z * -5, n / 3, abs(n))
print(math.copysign(1, z), math.copysign(1, n), math.copysign(3, -2), math.atan2(z, -1), math.atan2(n, -1))
print(round(-0.3), round(-0.3, 0), -0.0 == 0, str(n), repr([n]), "%g %f %e" % (n, n, n), f"{n:.1f} {n:g}")
print(0 * -1, 0 * -1.0, -0, 0.0 * -1, max(z, n), max(n, z), min(z, n), sum([n]), sum([n, n]), sum([n], n), math.fsum([n]))
print(n ** 2, n ** 3, math.sqrt(n), math.floor(n), int(n), divmod(n, 1), divmod(-5.0, 5), 5 % -5.0, -5.0 % 5)

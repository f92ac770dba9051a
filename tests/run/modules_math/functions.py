# Every function of math on ordinary and edge arguments.
import math
from math import pi, e, tau, inf, nan
print(pi, e, tau, inf, nan)
for f in (math.sqrt, math.exp, math.log, math.log2, math.log10, math.log1p, math.expm1, math.sin, math.cos, math.tan, math.asin, math.acos, math.atan, math.sinh, math.cosh, math.tanh, math.asinh, math.atanh, math.degrees, math.radians, math.fabs, math.erf, math.erfc, math.gamma, math.lgamma, math.cbrt, math.exp2):
    row = []
    for x in (0.5, 1, 0.1, 2, 10):
        try:
            row.append(f"{f(x):.12g}")
        except ValueError as err:
            row.append(str(err))
    print(f.__name__, *row)
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.floor(7), math.fmod(-7, 3), math.fmod(7, -3), math.remainder(7, 4), math.modf(-3.25), math.frexp(10.0), math.ldexp(0.625, 4), math.hypot(3, 4), math.hypot(1, 2, 2), math.dist([0, 0], [3, 4]), math.atan2(1, -1), math.pow(2, 0.5), math.copysign(3, -0.0), math.acosh(2))
print(math.factorial(20), math.comb(10, 3), math.comb(3, 5), math.perm(5, 2), math.perm(4), math.gcd(12, 18), math.gcd(), math.gcd(0, 5), math.gcd(-4, 6), math.gcd(12, 18, 27), math.lcm(4, 6), math.lcm(), math.lcm(0, 3), math.isqrt(99), math.prod([1, 2, 3, 4]), math.prod([]), math.prod([2.5, 2], start=10), math.fsum([0.1] * 10), math.nextafter(1, 2), math.ulp(1.0))
print(math.isnan(nan), math.isinf(-inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-9), math.isclose(0, 1e-9, abs_tol=1e-8), math.log(8, 2), math.log(100, 10), math.log(2 ** 2000), math.log2(2 ** 1000), math.log10(10 ** 300), math.sqrt(2 ** 1000), math.exp(-1000), math.sin(inf) if False else "-")

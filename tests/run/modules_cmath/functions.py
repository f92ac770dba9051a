# Functions of complex numbers, near zero, far out and on the branch cuts; errors.
import cmath
names = "sqrt exp log log10 sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh phase polar isnan isinf isfinite"
for name in names.split():
    f = getattr(cmath, name)
    for z in (1 + 2j, -1, 0j, -2.5 - 0.5j, 1e300 + 1e300j, 0.5, 1e-310, -4, 2j, -2j, 1e-5 + 1e-5j, 100, 0.9 + 0.1j, 1):
        try:
            print(name, z, f(z))
        except (ValueError, OverflowError) as e:
            print(name, z, type(e).__name__, e)
print(cmath.rect(2, 1), cmath.rect(0, 3), cmath.log(2, 3), cmath.pi, cmath.e, cmath.infj, cmath.nanj)
print(cmath.isclose(1, 1 + 1e-10j), cmath.isclose(1, 1.1), cmath.isclose(1, 1.1, rel_tol=0.2), cmath.isclose(0, 1e-9, abs_tol=1e-8))
print(cmath.isnan(cmath.nan), cmath.isinf(cmath.infj), cmath.isfinite(1j), (1 + 2j) ** (3 + 1j), (-8) ** (1 / 3))
try:
    cmath.sqrt("a")
except TypeError as e:
    print(e)

# Format spec on floats: f e g % n, precision, width, sign, grouping.
values = [0.0, 1.0, -1.5, 3.14159265, 1234567.891, 1e-7, 1e10, 1.5e300, 123456789.0, 0.00001234, 99.9999, 2.5]
for x in values:
    print(f"{x:f} {x:.0f} {x:.1f} {x:.3f} {x:10.2f}| {x:<10.2f}| {x:^12.2f}| {x:+.2f} {x: .2f} {x:010.2f}")
    print(f"{x:e} {x:.0e} {x:.3E} {x:g} {x:.3g} {x:.10g} {x:G} {x:%} {x:.1%} {x:,.2f} {x:_.2f} {x:.3} {x:n} {x:#.0f} {x:#g}")
    print(f"{x} {x:} {x:5} {x:>25} {x:*^25} {x:=+15} {x:.17g} {x:.20f}")
print("%f %.2f %e %g %G %10.3f|%-10.3f|%+f|% f|%010.2f|%#.0f|%.0f" % (1.5, 2.675, 12345.678, 1e-5, 1e20, 3.14159, 3.14159, 2.0, 2.0, -3.5, 3.0, 0.5))
for spec in ("d", "s", "x", "c", ".", "5.d", ",n"):
    try:
        print(spec, format(1.5, spec))
    except ValueError as e:
        print(spec, e)
w, p = 12, 3
print(f"{3.14159:{w}.{p}f}|{3.14159:>{w}}|{2.5:{'+'}.{p}}")

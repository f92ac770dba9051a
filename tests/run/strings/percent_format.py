# % formatting: all conversions, flags, mappings, errors.
print("%s %r %a" % ("é", "é", "é"), "%d %i %u" % (1, -2, 3), "%x %X %o %#x %#o" % (255, 255, 8, 255, 8), "%e %E %f %F %g %G" % (1.5, 1.5, 1.5, 1.5, 1.5, 1e-9), "%c%c" % (65, "b"), "%%" % ())
print("[%5d] [%-5d] [%05d] [%+d] [% d] [%5s] [%-5s] [%.2s] [%5.1s] [%*d] [%.*f]" % (42, 42, 42, 42, 42, "ab", "ab", "abc", "abc", 6, 7, 2, 3.14159))
print("%(a)s %(b)05.1f %(a)r" % {"a": "x", "b": 2.25, "c": 0}, "%s" % "one", "%s" % [1, 2], "%s %s" % ("a", (1, 2)), "%s" % ((1, 2),), "%s" % {"a": 1}, "%s" % None, "100%% of %d" % 7, "%d" % 3.99, "%d" % True, "%d" % -3.99, "%s" % 1.0, "%5.1f|%-8.3e|" % (2.55, 1234.5))
print("%x" % -255, "%#X" % 255, "%o" % -8, "%+.1e" % 12345, "%020d" % 2 ** 50, "%d" % 2 ** 70, "%i" % -(2 ** 70), "%.3d" % 5, "%8.3d|" % 5, "%.0f %.0f" % (0.5, 1.5), "%g %g %g" % (1e5, 1e-5, 1e16), "%ld %hd" % (1, 2))
for f in (lambda: "%d" % "a", lambda: "%s" % (), lambda: "%s %s" % (1,), lambda: "%s" % (1, 2), lambda: "%d" % None, lambda: "%x" % 1.5, lambda: "%c" % "ab", lambda: "%c" % -1, lambda: "%z" % 1, lambda: "%" % 1, lambda: "%(a)s" % 1, lambda: "%(a)s" % {}, lambda: "abc" % 1, lambda: "abc" % {}, lambda: "abc" % [1], lambda: "%(a)s %s" % {"a": 1}, lambda: "%f" % "x", lambda: "%*d" % ("a", 1), lambda: "%c" % 1.5, lambda: "%(a" % {"a": 1}):
    try:
        print(repr(f()))
    except (TypeError, ValueError, KeyError, OverflowError) as e:
        print(type(e).__name__, e)
s = "%s-%s"
s %= (1, 2)
print(s, b"%d %s %x" % (5, b"ab", 255))

# bar: 335 KB
n, s = 42, "text"
print(f"{n:>5}|{s:<6}|{n:x}", "%d %s" % (n, s), "{}".format(n))

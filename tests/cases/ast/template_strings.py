t"hello {name!r:>{width}} {x + 1 = }"
t''
rt'\d{x}' t"{y}"

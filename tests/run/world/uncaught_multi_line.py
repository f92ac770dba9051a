# A message of several lines: the last one ends stderr.
raise ValueError("first line\nsecond line\nthird")

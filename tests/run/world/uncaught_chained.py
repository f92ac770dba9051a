# With a chain the last line belongs to the outermost exception.
try:
    1 / 0
except ZeroDivisionError as e:
    raise LookupError("outer") from e

value = 1
other = 2.5


def read():
    return value * 2


def read_other():
    return other + 1


print(read(), read_other(), value, other)

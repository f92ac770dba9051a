print("partial output", end="")
def parse(s):
    return int(s)
parse("12x")

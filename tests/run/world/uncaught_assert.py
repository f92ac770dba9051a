def check(n):
    assert n > 0, f"n was {n}"
    return n
print(check(3))
check(-3)

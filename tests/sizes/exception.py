# bar: 110 KB
def f(n):
    if n < 0:
        raise ValueError("negative")
    return n


try:
    print(f(1), f(-1))
except ValueError as e:
    print(e)

# finally runs before the program dies; an exception in finally wins.
try:
    try:
        print("try")
        raise KeyError("first")
    finally:
        print("finally 1")
finally:
    print("finally 2")
    [].pop()

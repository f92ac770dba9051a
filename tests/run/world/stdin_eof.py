# input() at the end of the input is an uncaught EOFError.
print("before")
x = input()
print(repr(x))
y = input("? ")
print("never", y)

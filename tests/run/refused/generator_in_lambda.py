# refused: PT0401
f = lambda: (yield 1)
print(list(f()))

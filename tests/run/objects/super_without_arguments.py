f = lambda: super()
try:
    f()
except RuntimeError as e:
    print(e)
try:
    super()
except RuntimeError as e:
    print(e)

# refused: PT0404
f = lambda: super()
try:
    f()
except RuntimeError as e:
    print(e)

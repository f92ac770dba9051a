# refused: PT0404
def f(x):
    return super()


try:
    f(1)
except RuntimeError as e:
    print(e)

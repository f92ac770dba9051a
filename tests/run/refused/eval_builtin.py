# refused: PT0404
print(eval('1 + 2'))

# refused: PT0404
code = compile('1', 'f', 'eval')
print(code)

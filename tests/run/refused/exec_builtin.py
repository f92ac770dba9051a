# refused: PT0404
exec('x = 1')
print('no')

# refused: PT0404
print('before')
breakpoint()

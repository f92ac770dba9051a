# Without a message the last line has only the name.
print(1)
raise RuntimeError

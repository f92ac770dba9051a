x = """it is
y = 2

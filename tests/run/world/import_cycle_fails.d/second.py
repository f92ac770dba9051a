from first import a
b = 2

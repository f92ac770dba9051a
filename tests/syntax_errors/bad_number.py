x = 0777
y = 1__0
z = 0b12
w = 1abc

# coding: latin-1
x = 'café'
x = 1 +

def numbers():
    yield 1
    yield 2


print('not printed')
print(list(numbers()))

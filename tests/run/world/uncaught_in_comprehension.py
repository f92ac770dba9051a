print([10 // (3 - i) for i in range(3)])
print([10 // (3 - i) for i in range(5)])

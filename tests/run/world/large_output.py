# A lot of output, in long and short writes.
for i in range(3000):
    print(i, "x" * (i % 50))
print("y" * 200000)
print("é" * 50000)

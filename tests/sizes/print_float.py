# bar: 110 KB
x = 0.5
for i in range(3):
    x /= 3
print(x)

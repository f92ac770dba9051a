# bar: 1150 KB
print(2 ** 200 // 3 ** 50)

# bar: 150 KB
print(2 ** 200 // 3 ** 50)

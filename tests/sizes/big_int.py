# bar: 300 KB
print(2 ** 200 // 3 ** 50)

# bar: 80 KB
print(1)

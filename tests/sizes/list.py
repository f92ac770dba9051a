# bar: 240 KB
xs = [3, 1]
xs.append(2)
xs[0] += 1
print(len(xs), xs[1:], [x for x in xs])

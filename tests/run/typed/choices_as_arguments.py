def same(x):
    return x


flag = len("ab") == 2
print(same("0" if flag else "1"), same(1), same([1] if flag else [2]))
print("%s %s" % ("1" if flag else "2", 3), ("a" if flag else "b") == same("a"), str("x" if flag else "y"))

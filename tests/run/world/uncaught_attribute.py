class Thing:
    pass
t = Thing()
t.a = 1
print(t.a)
print(t.b)

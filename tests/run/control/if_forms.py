def sign(x):
    if x > 0: return "+"
    elif x < 0: return "-"
    else: return "0"
print(sign(5), sign(-5), sign(0), sign(True), sign(-0.0))
for a in (0, 1):
    for b in (0, 1):
        if a and b:
            r = "both"
        elif a or b:
            r = "one"
        else:
            r = "none"
        print(a, b, r, a if a > b else b, not a or b, (a and "x") or (b and "y") or "z")
x = 5
y = "big" if x > 10 else "mid" if x > 3 else "small"
z = (1 if x else 2) + (3 if not x else 4)
print(y, z, [("even", "odd")[n % 2] for n in range(3)], "a" if [] else "b" if {} else "c")
if not (x == 5 and y):
    print("no")
if x:
    if y:
        if z > 100:
            print("no")
        else:
            print("nested else")
if 1 < x < 10 and x not in (2, 3) or False:
    print("in")
if None is None and "" == "" and [] == [] and not {}:
    print("literals")
if len("abc") == 3 and (n := x * 2) == 10:
    print(n)

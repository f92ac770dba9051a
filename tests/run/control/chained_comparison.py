# Chains evaluate each operand once and stop early; all comparison operators; is, in.
def t(x):
    print("t", x, end=" ")
    return x
print(t(1) < t(2) < t(3))
print(t(3) < t(2) < t(1))
print(1 < 2 > 1 == 1 != 0 >= -1 <= 5, 1 < 3 < 2, 3 > 2 > 1, 1 == 1.0 == True, 1 in [1] == True, "a" < "b" in ["b"], 1 is not None is not False if False else "-")
x = 5
print(0 <= x < 10, not 0 <= x < 5, 0 < x and x < 10, x == 5 == 5, (1 < 2) == True, 1 < 2 == True, 5 > 3 > 3)
print(None is None, x is None, x is not None, not x is None, [] is [], () == (), 1 in (1, 2), 3 not in (1, 2), "el" in "hello", not 1 in [2], x in range(10), 5 in {5: 1})
class C:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        print("lt", self.v, o.v, end=" ")
        return [] if self.v > o.v else "yes"
print(C(1) < C(2) < C(3))
print(C(2) < C(1) < C(3))
if 1 < t(2) <= 2:
    print("taken")
while 0 < x < 7:
    x += 1
print(x, [a for a in range(10) if 2 < a < 6], 3 if 1 < 2 < 3 else 4, (lambda a: 0 < a < 5)(3))

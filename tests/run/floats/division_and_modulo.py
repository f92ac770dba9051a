# / // % and divmod on floats, with their signs.
values = [7.5, -7.5, 0.0, -0.0, 1e300, 0.1]
for a in values:
    for b in (2.0, -2.0, 0.5, 3, float("inf"), float("-inf")):
        print(a, b, a / b, a // b, a % b, divmod(a, b))
for f in (lambda: 1.0 / 0, lambda: 1 / 0.0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0.0), lambda: 0.0 ** -1, lambda: 5 % 0.0):
    try:
        print(f())
    except ZeroDivisionError as e:
        print(e)
print(5.5 % 2, -5.5 % 2, 5.5 % -2, 1e20 % 3, 0.3 % 0.1, 1 % 0.1, -1e-20 % 3)
print(float("inf") % 2, float("inf") // 2, 2 % float("inf"), -2 % float("inf"), -2 // float("inf"))

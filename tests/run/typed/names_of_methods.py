# Operators whose methods in the runtime have the names of other methods of typed handles.
try:
    print({1} + {2})
except TypeError as e:
    print(e)
try:
    print({1} + [1])
except TypeError as e:
    print(e)


def power(n):
    return "-" * 2 ** (n - 1)


class Odometer:
    def __init__(self):
        self.i = 1

    def turn(self, n):
        self.i = self.i * 3 + n
        return self.i


o = Odometer()
print(power(3), [o.turn(k) for k in range(3)])

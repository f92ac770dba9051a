import math
from abc import ABC, abstractmethod


class Shape(ABC):
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    @abstractmethod
    def area(self):
        pass

    @abstractmethod
    def perimeter(self):
        pass

    def __lt__(self, other):
        return self.area() < other.area()

    def __str__(self):
        return f"{type(self).__name__}({self.name}): area={self.area():.2f}, perimeter={self.perimeter():.2f}"


class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self.r = r

    def area(self):
        return math.pi * self.r ** 2

    def perimeter(self):
        return 2 * math.pi * self.r


class Rect(Shape):
    def __init__(self, w, h, name="rect"):
        super().__init__(name)
        self.w, self.h = w, h

    def area(self):
        return self.w * self.h

    def perimeter(self):
        return 2 * (self.w + self.h)


class Square(Rect):
    def __init__(self, s):
        super().__init__(s, s, "square")

    def scale(self, k):
        self.w = self.h = self.w * k
        return self


class Triangle(Shape):
    def __init__(self, a, b, c):
        if a + b <= c or a + c <= b or b + c <= a:
            raise ValueError(f"no triangle with sides {a}, {b}, {c}")
        super().__init__("triangle")
        self.sides = a, b, c

    def perimeter(self):
        return sum(self.sides)

    def area(self):
        s = self.perimeter() / 2
        a, b, c = self.sides
        return math.sqrt(s * (s - a) * (s - b) * (s - c))


shapes = [Circle(1.5), Rect(2, 3), Square(2.5), Triangle(3, 4, 5), Square(1).scale(4)]
for s in sorted(shapes):
    print(s)
print(Shape.count, max(shapes).name, isinstance(shapes[2], Rect), f"{sum(s.area() for s in shapes):.3f}")
for make in (lambda: Triangle(1, 2, 9), lambda: Shape("x"), lambda: Circle()):
    try:
        make()
    except (ValueError, TypeError) as e:
        print(e)
groups = {}
for s in shapes:
    groups.setdefault(type(s), []).append(s)
print({k.__name__: len(v) for k, v in groups.items()})

class Shape:
    sides = 0

    def __init__(self, name):
        self.name = name
        self.tags = []

    def tag(self, text):
        self.tags.append(text)
        return len(self.tags)


class Square(Shape):
    sides = 4

    def __init__(self, size):
        super().__init__("square")
        self.size = size

    def area(self):
        return self.size * self.size


s = Square(2.5)
print(s.tag("red"), s.area(), s.sides)
# expect:
# global Shape: class
# global Square: class
# global s: instance
# <module>:1 -> None
#     %2: class
#     %5: class
#     %6: class
#     %9: class
#     %10: float as f64
#     %11: instance
#     %14: instance
#     %15: str
#     %16: int 0..281474976710656 as i64
#     %17: instance
#     %18: float as f64
#     %19: instance
#     %20: int 0..4 as i64
#     %21: None
#     %22: None
# Shape:2 -> None
#     %25: int 0..0 as i64
#     %28: function
#     %31: function
#     %33: None
# Shape.__init__:3 closed -> None
#   self: instance
#   name: str
#     %47: str
#     %48: instance
#     %51: list[str]
#     %52: instance
#     %54: None
# Shape.tag:4 closed -> int 0..281474976710656 as i64
#   self: instance
#   text: str
#     %57: instance
#     %58: list[str]
#     %59: str
#     %60: None
#     %62: instance
#     %63: list[str]
#     %64: int 0..281474976710656 as i64
# Square:5 -> None
#     %36: int 4..4 as i64
#     %39: function
#     %42: function
#     %44: None
# Square.__init__:6 closed -> None
#   self: instance
#   size: float as f64
#     %68: instance
#     %69: super
#     %70: str
#     %71: None
#     %73: float as f64
#     %74: instance
#     %76: None
# Square.area:7 closed -> float as f64
#   self: instance
#     %79: instance
#     %80: float as f64
#     %81: instance
#     %82: float as f64
#     %83: float as f64

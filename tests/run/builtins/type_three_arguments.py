Point = type("Point", (), {"x": 0, "move": lambda self, d: self.x + d})
p = Point()
p.x = 5
print(Point.__name__, p.move(3), Point().x, type(p) is Point, Point.__bases__, Point.__mro__[-1].__name__)
Sub = type("Sub", (Point,), {"move": lambda self, d: "sub " + str(Point.move(self, d)), "__len__": lambda self: 7, "__doc__": "made"})
s = Sub()
print(s.move(1), len(s), isinstance(s, Point), Sub.__doc__, issubclass(Sub, Point))
def make(n):
    return type(f"C{n}", (), {"n": n, "get": lambda self: (self.n, n)})
cs = [make(i) for i in range(3)]
print([c.__name__ for c in cs], [c().get() for c in cs], cs[0] is not cs[1])
E = type("MyError", (ValueError,), {})
try:
    raise E("dynamic")
except ValueError as e:
    print(type(e).__name__, e, repr(e))

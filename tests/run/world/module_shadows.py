# Names of modules and of their contents that collide with others.
import data
from shapes import Circle, area
def area_of(x):
    return area(x)
data_list = data.load()
print(data_list, area_of(Circle(2)), Circle.__module__)
class Circle:
    pass
import shapes
print(shapes.Circle is Circle, shapes.area(shapes.Circle(1)), area(shapes.Circle(3)))
data = "rebound"
print(data)
for shapes in range(2):
    pass
print(shapes)

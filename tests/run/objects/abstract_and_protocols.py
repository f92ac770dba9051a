# abc: abstract methods and properties, registration, collections protocols by duck typing.
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def show(self): return f"{self.name}: {self.area():.2f}"
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    @property
    def name(self): return "square"
class Half(Shape):
    def area(self): return 0
print(Sq(3).show(), isinstance(Sq(1), Shape), issubclass(Half, Shape))
for c in (Shape, Half):
    try:
        c()
    except TypeError as e:
        print(e)
class One(ABC):
    @abstractmethod
    def only(self): return "base body"
class Impl(One):
    def only(self): return "impl+" + super().only()
try:
    One()
except TypeError as e:
    print(e)
print(Impl().only(), One.__abstractmethods__, Impl.__abstractmethods__)
class K(ABC):
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def util(): ...
try:
    K()
except TypeError as e:
    print(e)
class Plain(ABC):
    def ok(self): return 1
print(Plain().ok())
@Shape.register
class Virtual: pass
print(isinstance(Virtual(), Shape), issubclass(Virtual, Shape), Shape in Virtual.__mro__)
class Base:
    def run(self): raise NotImplementedError
    def step(self): raise NotImplementedError("step of " + type(self).__name__)
class Child(Base): pass
for m in ("run", "step"):
    try:
        getattr(Child(), m)()
    except NotImplementedError as e:
        print(repr(e), str(e))

class Animal:
    def __init__(self, name): self.name = name
    def speak(self): raise NotImplementedError("subclass must speak")
    def intro(self): return f"{self.name} says {self.speak()}"
class Dog(Animal):
    def speak(self): return "woof"
class Cat(Animal):
    def __init__(self, name, lives=9):
        super().__init__(name.title())
        self.lives = lives
    def speak(self): return "meow" * (self.lives > 5)
class Kitten(Cat):
    def speak(self): return super().speak().replace("m", "mi")
for a in (Dog("rex"), Cat("tom"), Cat("old", 1), Kitten("tiny"), Animal("x")):
    try:
        print(a.intro(), type(a).__name__, isinstance(a, Cat))
    except NotImplementedError as e:
        print("error:", e)
print([c.__name__ for c in Kitten.__mro__], sorted([Dog("b"), Dog("a")], key=lambda d: d.name)[0].name, Kitten("k").lives, hasattr(Dog("x"), "lives"))

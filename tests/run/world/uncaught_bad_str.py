# An exception whose __str__ fails.
class Bad(Exception):
    def __str__(self):
        raise TypeError("no text")
print("x")
raise Bad("y")

# The qualified name of a nested class stands in the last line.
class Outer:
    class Inner(Exception):
        pass
def f():
    class Local(ValueError):
        pass
    return Local
try:
    raise f()("local")
except ValueError as e:
    print(type(e).__qualname__)
raise Outer.Inner("nested", 2)

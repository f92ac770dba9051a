def greet(name, greeting="Hello", *, punct="!"):
    return f"{greeting}, {name}{punct}"
print(greet("A"), greet("A", "Hi"), greet("A", punct="?"), greet(greeting="Yo", name="B", punct=""), greet(*["C"], **{"punct": "..."}))
for call in (lambda: greet(), lambda: greet("a", "b", "c"), lambda: greet("a", name="b"), lambda: greet("a", shout=1), lambda: greet(punct="x")):
    try:
        print(call())
    except TypeError as e:
        print(e)

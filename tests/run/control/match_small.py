def http(status):
    match status:
        case 200 | 201:
            return "ok"
        case 404:
            return "not found"
        case int(n) if 500 <= n < 600:
            return f"server {n}"
        case str(text):
            return text.upper()
        case [first, *rest]:
            return f"{first}+{len(rest)}"
        case {"code": code}:
            return http(code)
        case _:
            return "?"
print([http(s) for s in (200, 201, 404, 503, 700, "x", [1, 2, 3], {"code": 404}, {}, None, (9,), 2.5)])
def area(shape):
    match shape:
        case ("circle", r):
            return 3 * r * r
        case ("rect", w, h) | ("box", w, h, _):
            return w * h
        case ("square", side) if side > 0:
            return side ** 2
    return None
print(area(("circle", 2)), area(("rect", 2, 3)), area(("box", 2, 3, 4)), area(("square", 3)), area(("square", -1)), area("rect"))

# json.dumps: types, indentation, separators, sorting, escapes, errors.
import json
print(json.dumps({"a": [1, 2.5, None, True, False], "b": {"c": "é€😀\n\"\\/\x01"}}), json.dumps([]), json.dumps({}), json.dumps("s"), json.dumps(None), json.dumps(1.0), json.dumps(10 ** 20), json.dumps((1, (2,))), json.dumps({1: "i", 2.5: "f", None: "n", True: "t"}), json.dumps(float("inf")), json.dumps([float("nan")]), json.dumps("é", ensure_ascii=False), json.dumps(1e100), json.dumps(-0.0), json.dumps(1e16))
data = {"name": "x", "list": [1, [2, {"k": "v"}], []], "empty": {}, "n": {"b": 1, "a": 2}}
print(json.dumps(data, indent=2))
print(json.dumps(data, indent=4, sort_keys=True))
print(json.dumps(data, separators=(",", ":")), json.dumps([1, {"a": 2}], indent="--"), json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps([1, 2], indent=0), json.dumps({"k": {1, 2}}, default=list), json.dumps({"k": 1j}, default=str), json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))
for f in (lambda: json.dumps({1, 2}), lambda: json.dumps(object), lambda: json.dumps({(1,): 2}), lambda: json.dumps(b"x"), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps({1: 1, "a": 2}, sort_keys=True)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
l = []
l.append(l)
try:
    json.dumps(l)
except ValueError as e:
    print(e)
class E(json.JSONEncoder):
    def default(self, o):
        return sorted(o) if isinstance(o, set) else super().default(o)
print(json.dumps({"s": {3, 1, 2}}, cls=E))
class Sink:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
buf = Sink()
json.dump({"a": [1]}, buf)
print("".join(buf.parts))

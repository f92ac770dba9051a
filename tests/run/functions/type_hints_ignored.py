# Annotations on parameters, returns and variables do not change behaviour.
from typing import Optional, List, Dict, Union, Callable, Any, Tuple
def f(a: int, b: Optional[str] = None, *c: float, d: "Undefined" = 3, **e: Dict[str, int]) -> List[int]:
    x: int = "not an int"
    y: str
    return [a, b, c, d, e, x]
print(f("s", 5, 1, k=2))
n: int = 5
m: Any
names: List[str] = []
table: Dict[str, Union[int, str]] = {"a": 1}
fn: Callable[[int], int] = lambda v: v + 1
pair: Tuple[int, ...] = (1, 2)
print(n, names, table, fn(1), pair)
try:
    m
except NameError as e:
    print(e)
class C:
    size: int
    name: str = "default"
    def __init__(self) -> None:
        self.size: int = 3
print(C().size, C.name, hasattr(C, "size"), sorted(C.__annotations__))
def evaluated(x: print("annotation runs") = 1): pass
order = []
(order): list = [1]
d = {}
d["k"]: int = 4
print(order, d)

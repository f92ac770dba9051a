# typing names in annotations and at run time.
from typing import List, Dict, Optional, Union, Any, Callable, Tuple, Set, Iterable, TypeVar, Generic, NamedTuple, Protocol, Literal, Final, ClassVar, cast, TYPE_CHECKING, Sequence, Mapping, TypedDict, NoReturn, overload, Type
T = TypeVar("T")
K = TypeVar("K", bound="Base")
class Stack(Generic[T]):
    limit: ClassVar[int] = 3
    def __init__(self) -> None:
        self.items: List[T] = []
    def push(self, x: T) -> None:
        self.items.append(x)
    def pop(self) -> Optional[T]:
        return self.items.pop() if self.items else None
s: Stack[int] = Stack()
s.push(1); s.push(2)
print(s.pop(), s.items, Stack.limit, Stack[int]().pop(), cast(int, "still str"), TYPE_CHECKING)
class Emp(NamedTuple):
    name: str
    id: int = 3
    def label(self) -> str: return f"{self.name}#{self.id}"
e = Emp("Ann")
print(e, e.label(), e._replace(id=5), Emp._fields, e == ("Ann", 3), isinstance(e, tuple))
class Movie(TypedDict, total=False):
    title: str
    year: int
m: Movie = {"title": "x", "year": 1}
print(m, Movie(title="y"), type(m).__name__)
class Speaks(Protocol):
    def speak(self) -> str: ...
class Dog:
    def speak(self) -> str: return "woof"
def talk(x: Speaks) -> str: return x.speak()
print(talk(Dog()))
MAX: Final = 10
Mode = Literal["r", "w"]
def f(a: Mode, b: Union[int, str], c: "Callable[[int], Any]" = lambda v: v, *d: Iterable[int]) -> Tuple[int, ...]:
    return (c(1), MAX)
print(f("r", 2), List[int] == List[int], Optional[int] == Union[int, None], list[int] is not None, dict[str, int] is not None)
def first(xs: Sequence[T], default: T = None) -> T:
    return xs[0] if xs else default
print(first([5]), first("", "d"), first({} or [None]))

type X = int
type Y[T, *U, **V] = dict[T, U]
type = 1
type(x)
type.y = 2
type: int = 3

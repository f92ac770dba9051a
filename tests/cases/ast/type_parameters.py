def f[T: int = str, *Ts = *tuple[int], **P = [int]](x: T) -> T: pass
class A[T: (int, str)](B[T], metaclass=M): x: T
async def g[T](): pass

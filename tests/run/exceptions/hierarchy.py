# Which handler catches what; order of except clauses; tuples; the tree of builtin exceptions.
def name(e):
    try:
        raise e
    except (KeyError, IndexError) as x:
        return "Lookup pair " + type(x).__name__
    except LookupError:
        return "Lookup"
    except ArithmeticError as x:
        return "Arith " + type(x).__name__
    except OSError as x:
        return "OS " + type(x).__name__
    except (ValueError, TypeError):
        return "ValType"
    except Exception as x:
        return "Exception " + type(x).__name__
    except BaseException as x:
        return "Base " + type(x).__name__
for e in (KeyError(1), IndexError(), LookupError(), ZeroDivisionError(), OverflowError(), FloatingPointError(), FileNotFoundError(2, "x"), PermissionError(), UnicodeDecodeError("utf-8", b"a", 0, 1, "r"), TypeError, RuntimeError(), NotImplementedError, RecursionError(), StopIteration(3), SystemExit(1), KeyboardInterrupt(), GeneratorExit(), AssertionError(), AttributeError("a"), NameError(), UnboundLocalError(), ImportError(), ModuleNotFoundError(), MemoryError(), EOFError(), BufferError(), Warning(), DeprecationWarning(), ConnectionResetError(), TimeoutError(), SyntaxError("s"), BlockingIOError(), StopAsyncIteration(), ReferenceError()):
    print(name(e))
for c in (bool, ZeroDivisionError, KeyError, UnicodeError, NotImplementedError, ModuleNotFoundError, FileExistsError, UnboundLocalError, IndentationError, ExceptionGroup):
    print([k.__name__ for k in c.__mro__])
class A(Exception): pass
class B(A): pass
class C(A, ValueError): pass
for e in (A, B, C):
    try:
        raise e("m")
    except ValueError as x:
        print("VE", repr(x))
    except B as x:
        print("B", repr(x))
    except A as x:
        print("A", repr(x))
try:
    try:
        raise B
    except ValueError:
        print("no")
except A as x:
    print("outer", repr(x))

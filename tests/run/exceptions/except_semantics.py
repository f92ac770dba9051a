# Expressions in except, binding lifetime, nested handlers, exceptions in handlers, loops of handlers.
def types():
    print("evaluated")
    return (ValueError,)
try:
    raise ValueError
except types():
    print("ok")
try:
    raise KeyError("k")
except (types() + (LookupError,)) as e:
    print(repr(e))
try:
    try:
        raise ValueError("orig")
    except 5:
        pass
except TypeError as e:
    print(e, repr(e.__context__))
try:
    try:
        raise ValueError("orig")
    except ("a", ValueError):
        pass
except TypeError as e:
    print(e)
errs = [ValueError, (KeyError, TypeError)]
for exc in (ValueError("1"), TypeError("2"), IndexError("3")):
    try:
        raise exc
    except errs[0] as e:
        print("first", e)
    except errs[1] as e:
        print("second", e)
    except:
        print("bare")
def nested():
    try:
        try:
            raise ValueError("in")
        except ValueError as e:
            try:
                raise KeyError("deeper")
            except KeyError as e:
                print("inner", repr(e))
            try:
                print(e)
            except UnboundLocalError as u:
                print(u)
            raise TypeError("out")
    except TypeError as e:
        return repr(e), repr(e.__context__)
print(nested())
def parse(tokens):
    total, bad = 0, []
    for t in tokens:
        try:
            total += int(t)
        except ValueError as e:
            bad.append(str(e))
            continue
        except TypeError:
            bad.append("type")
        else:
            if total > 100:
                break
        finally:
            total += 1000
    return total, bad
print(parse(["1", "x", None, "2"]), parse(["99", "5", "7"]))
def depth(n):
    try:
        if n == 0:
            raise ValueError("bottom")
        depth(n - 1)
    finally:
        print(n, end=" ")
try:
    depth(5)
except ValueError as e:
    print(e)
for i in range(3):
    try:
        if i == 1:
            raise StopIteration(i)
    except StopIteration as s:
        print("stop", s.value)
x = 0
while True:
    try:
        x += 1
        if x < 3:
            continue
        break
    finally:
        print("f", x)

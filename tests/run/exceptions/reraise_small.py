log = []
def f():
    try:
        1 / 0
    except ZeroDivisionError:
        log.append("logged")
        raise
try:
    f()
except ZeroDivisionError as e:
    print(log, e)
def g():
    try:
        {}["x"]
    except KeyError as e:
        e.extra = "info"
        raise e
try:
    g()
except KeyError as e:
    print(e.extra, e)
def h(n):
    try:
        if n:
            raise ValueError("n")
        return "no error"
    except ValueError:
        return "handled"
    finally:
        log.append(n)
print(h(0), h(1), log)
class Retry(Exception): pass
attempts = 0
while True:
    try:
        attempts += 1
        if attempts < 3:
            raise Retry(attempts)
        print("succeeded after", attempts)
        break
    except Retry as r:
        print("retry", r)

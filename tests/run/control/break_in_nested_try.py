log = []
for i in range(4):
    try:
        try:
            if i == 1:
                continue
            if i == 3:
                break
            log.append(("body", i))
        finally:
            log.append(("inner", i))
    finally:
        log.append(("outer", i))
else:
    log.append("else")
print(log, i)
def f():
    for i in range(3):
        try:
            return i
        finally:
            continue
    return "after"
print(f())
def g():
    while True:
        try:
            return "first"
        finally:
            break
    return "second"
print(g())
def h():
    try:
        return log2.append("value") or "returned"
    finally:
        log2.append("finally")
log2 = []
print(h(), log2)
def k(x):
    try:
        return x
    finally:
        x = "changed too late"
print(k(1), k([]))
def m():
    x = []
    try:
        return x
    finally:
        x.append("seen")
print(m())

total = 0
items = []
def bump(n=1):
    global total
    total += n
    items.append(n)
    return total
def report():
    return f"{total} {items}"

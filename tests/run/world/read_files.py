# Reading files beside the program.
with open("data.txt") as f:
    text = f.read()
print(len(text), repr(text[:20]), text.count("\n"))
with open("data.txt", encoding="utf-8") as f:
    for n, line in enumerate(f, 1):
        print(n, repr(line))
f = open("data.txt")
print(repr(f.readline()), f.readlines()[:2], f.closed, f.name, f.mode)
f.close()
print(f.closed)
try:
    f.read()
except ValueError as e:
    print(e)
with open("data.txt", "rb") as f:
    raw = f.read()
    print(raw[:12], len(raw))
with open("sub/more.csv") as f:
    rows = [line.strip().split(",") for line in f]
print(rows, sum(int(r[1]) for r in rows[1:]))
for name in ("missing.txt", "sub/none", "sub"):
    try:
        open(name)
    except OSError as e:
        print(type(e).__name__, e, e.errno, e.filename)
with open("data.txt") as f:
    print(repr(f.read(5)), f.tell(), repr(f.read(3)), f.seek(0), repr(f.readline()), list(f)[-1:], repr(f.read()))

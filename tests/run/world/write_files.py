# Writing and appending, then reading back.
with open("out.txt", "w") as f:
    print(f.write("one\n"), f.write("zwei é\n"))
    f.writelines(["three\n", "four"])
    print("five", 5, file=f)
with open("out.txt") as f:
    print(f.read())
with open("out.txt", "a") as f:
    f.write("appended\n")
print(open("out.txt").readlines())
try:
    open("out.txt", "x")
except FileExistsError as e:
    print(type(e).__name__, e)
with open("bin.dat", "wb") as f:
    f.write(bytes(range(5)))
with open("bin.dat", "rb") as f:
    print(f.read())
for args in (("out.txt", "q"), ("out.txt", "rw"), ("nodir/x.txt", "w")):
    try:
        open(*args)
    except (ValueError, OSError) as e:
        print(type(e).__name__, e)
with open("out.txt", "r+") as f:
    f.write("ONE")
    f.seek(0)
    print(f.readline())
try:
    with open("out.txt") as f:
        f.write("no")
except Exception as e:
    print(type(e).__name__, e)

# Conversions between int and decimal text beyond 4300 digits are refused.
n = 10 ** 4299
print(len(str(n)), str(n)[:5])
try:
    str(n * 10)
except ValueError as e:
    print(e)
try:
    int("1" * 4301)
except ValueError as e:
    print(e)
print(len(hex(10 ** 5000)), int("f" * 5000, 16).bit_length(), len("%x" % 10 ** 6000))
print(int("7" * 4300) % 1000)
try:
    print("%d" % (10 ** 4400))
except ValueError as e:
    print(e)
try:
    f"{10 ** 4500}"
except ValueError as e:
    print(e)

def use():
    return later + 1


try:
    use()
except NameError as e:
    print(e)
later = 1
print(use(), later + 2)
later = 2 ** 70
print(use(), later + 2)
if len(str(later)) > 100:
    never = 3
try:
    print(never + 1)
except NameError as e:
    print(e)

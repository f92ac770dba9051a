"""Reads of module variables: surely bound, unbound by somebody in between, numbers of every size."""
import helper_mod

count = 1
ratio = 2.5
flag = True
big = 10 ** 30
text = "abc"


def bump():
    global count, ratio, flag, big
    count += 1
    ratio *= 2
    flag = not flag
    big = big * 10 + 7


def total():
    return count + ratio + (1 if flag else 0), big % 97, text


for _ in range(3):
    bump()
    print(total(), count, ratio, flag, big)

gone = 5


def drop():
    global gone
    del gone


print(gone + 1)
drop()
try:
    print(gone + 1)
except NameError as e:
    print(e)
gone = 7
print(gone * 2)

print(helper_mod.value + 1, helper_mod.read())
helper_mod.value = 41
print(helper_mod.value + 1, helper_mod.read())
del helper_mod.value
try:
    print(helper_mod.read())
except NameError as e:
    print(e)
try:
    print(helper_mod.value)
except AttributeError as e:
    print(e)
delattr(helper_mod, "other")
try:
    print(helper_mod.read_other())
except NameError as e:
    print(e)

print(list(enumerate("abc")), list(enumerate([], 5)), list(enumerate("ab", start=-1)), list(enumerate((x for x in "q"), 10 ** 20)))
for i, (a, b) in enumerate([(1, 2), (3, 4)]):
    print(i, a + b)
e = enumerate([10, 20, 30])
print(next(e), list(e), list(e), iter(e) is e)
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(5, 0, -2))), list(reversed((1,))), list(reversed({"a": 1, "b": 2})), list(reversed({"a": 1}.values())), "".join(reversed("xyz")), list(reversed(b"ab")))
class R:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
print(list(reversed(R())))
l = [1, 2, 3]
r = reversed(l)
l.append(4)
print(next(r), list(r))
for bad in ({1, 2}, 5, (x for x in []), None):
    try:
        reversed(bad)
    except TypeError as err:
        print(str(err))

print(len(""), len("é€"), len([1, 2]), len({}), len({1}), len((1,)), len(range(10)), len(b"ab"), len({1: 2}.keys()), len(frozenset([1])), len("\n"))
for v in (5, None, 1.5, (x for x in []), len, int, iter([])):
    try:
        len(v)
    except TypeError as e:
        print(e)
print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, "a")) == hash((1, "a")), hash(None) == hash(None), hash(2 ** 61 - 1), hash(-1) == hash(-2), hash(0.5), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
for v in ([], {}, set(), [1], bytearray(), ([],), ({},), slice(1)):
    try:
        hash(v)
    except TypeError as e:
        print(e)

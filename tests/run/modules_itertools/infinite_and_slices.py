# itertools: count, cycle, repeat, islice, takewhile, dropwhile, filterfalse, accumulate.
from itertools import count, cycle, repeat, islice, takewhile, dropwhile, filterfalse, accumulate, starmap, compress, chain, pairwise, zip_longest, tee
import operator
print(list(islice(count(), 3)), list(islice(count(5, 2), 3)), list(islice(count(0.5, 0.25), 3)), list(islice(cycle("ab"), 5)), list(repeat("x", 3)), list(islice(repeat(1), 2)), list(islice("abcdef", 2)), list(islice("abcdef", 1, 4)), list(islice("abcdef", 0, None, 2)), list(islice(range(10), 2, 9, 3)))
print(list(takewhile(lambda v: v < 3, [1, 2, 5, 1])), list(dropwhile(lambda v: v < 3, [1, 2, 5, 1])), list(filterfalse(lambda v: v % 2, range(5))), list(filterfalse(None, [0, 1, ""])), list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=100)), list(accumulate([])), list(accumulate("abc")))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(compress("abcd", [1, 0, 1, 1])), list(chain([1], "ab", (2,))), list(chain.from_iterable([[1, 2], [3]])), list(chain()), list(pairwise([1, 2, 3])), list(pairwise([1])), list(zip_longest([1, 2, 3], "a")), list(zip_longest([1], [2, 3], fillvalue=0)), list(cycle([])))
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a), [list(t) for t in tee("ab", 3)])
c = count(1)
print([next(c) for _ in range(3)], list(zip(count(), "ab")), c, repeat(5), repeat(5, 2), count(1, 2))
it = iter(range(10))
print(list(islice(it, 3)), list(islice(it, 2, 4)), list(it))
it = iter([1, 4, 2])
print(list(takewhile(lambda v: v < 3, it)), list(it))
for f in (lambda: list(islice("a", -1)), lambda: islice("a"), lambda: list(chain(5)), lambda: list(chain([1], 5)), lambda: count("a"), lambda: list(starmap(pow, [5])), lambda: list(islice("abc", 0, 5, 0)), lambda: tee([1], -1), lambda: repeat(), lambda: pairwise(5)):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

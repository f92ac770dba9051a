# Counter: counting, arithmetic, most_common, missing keys.
from collections import Counter
c = Counter("abracadabra")
print(c, c["a"], c["zz"], c.most_common(2), c.most_common(), sum(c.values()), len(c), sorted(c.elements()), c.total())
c.update("aaa"); c.update({"b": 10}); c["new"] += 1
print(c.most_common(3), c["new"])
c.subtract("ab")
print(c["a"], c["b"], Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=5), Counter(a=3, b=1) & Counter(a=1, b=5), Counter(a=3) | Counter(a=1, b=5), +Counter(a=-1, b=2), -Counter(a=-1, b=2))
del c["new"], c["not there"]
print("new" in c, Counter(), Counter([1, 2, 1]), Counter({"x": 0}), Counter([1, 1]) == Counter({1: 2}), Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), isinstance(c, dict), dict(Counter("aab")), Counter(["b", "a", "b", "c", "c"]).most_common(1), [k for k, v in Counter("mississippi").items() if v > 1])
words = "the quick the lazy the dog quick".split()
for w, n in Counter(words).most_common(2):
    print(w, n)
print(Counter(len(w) for w in words), max(Counter(words).items(), key=lambda kv: kv[1]), Counter(words).keys() & {"dog", "cat"}, repr(Counter(a=2)), Counter("ab").copy())
try:
    Counter.fromkeys("ab")
except NotImplementedError as e:
    print(e)

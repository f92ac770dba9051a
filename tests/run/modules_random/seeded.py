# random with a seed gives CPython's sequences.
import random
random.seed(7)
print([random.random() for _ in range(4)], [random.randint(1, 6) for _ in range(10)], [random.randrange(100) for _ in range(5)], random.randrange(10, 50, 7), random.choice("abcdef"), random.choice([1, 2, 3]))
xs = list(range(10))
random.shuffle(xs)
print(xs, random.sample(range(100), 5), random.sample(["a", "b", "c", "d"], 2), random.choices("abc", k=5), random.choices([1, 2, 3], weights=[1, 5, 1], k=4), random.choices("xy", cum_weights=[1, 3], k=3), random.uniform(1, 2), random.getrandbits(10), random.getrandbits(70), random.gauss(0, 1), random.normalvariate(5, 2), random.expovariate(1.5), random.triangular(0, 10, 3))
random.seed("text seed"); print(random.random(), random.randint(0, 1000))
random.seed(2.5); print(random.random())
random.seed(2 ** 100); print(random.random())
random.seed(-7); print(random.random())
random.seed(b"bytes"); print(random.random())
r = random.Random(42)
s = random.Random(42)
print(r.random() == s.random(), r.randint(1, 100), s.randint(1, 100), [r.choice("xyz") for _ in range(5)])
state = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(3)])
random.seed(0)
print(random.randint(-5, 5), random.randrange(2 ** 80), random.sample([1, 2, 3], k=3), random.shuffle([]))
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.sample([1], 2), lambda: random.choices([], k=1), lambda: random.randrange(1, 5, 0), lambda: random.sample({1, 2}, 1), lambda: random.shuffle((1, 2)), lambda: random.randint(1.5, 2)):
    try:
        print(f())
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)

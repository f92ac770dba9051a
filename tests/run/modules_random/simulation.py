# Simulations with a seed: dice, walks, Monte Carlo, shuffled deck.
import random
random.seed(2024)
rolls = [random.randint(1, 6) + random.randint(1, 6) for _ in range(1000)]
print({s: rolls.count(s) for s in range(2, 13)})
inside = sum(1 for _ in range(2000) if random.random() ** 2 + random.random() ** 2 <= 1)
print(4 * inside / 2000)
x = y = 0
for _ in range(50):
    dx, dy = random.choice([(0, 1), (0, -1), (1, 0), (-1, 0)])
    x += dx
    y += dy
print(x, y)
deck = [r + s for s in "SHDC" for r in "A23456789TJQK"]
random.shuffle(deck)
print(deck[:5], deck[-3:])
hands = [sorted(deck[i::4][:3]) for i in range(4)]
print(hands)
names = ["a", "b", "c", "d"]
print([random.sample(names, 2) for _ in range(3)], "".join(random.choice("abc123") for _ in range(12)))
def bubble(xs):
    n = 0
    for i in range(len(xs)):
        for j in range(len(xs) - 1 - i):
            if xs[j] > xs[j + 1]:
                xs[j], xs[j + 1] = xs[j + 1], xs[j]
                n += 1
    return n
v = [random.randrange(100) for _ in range(30)]
print(v, bubble(v), v == sorted(v))

text = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness"""
words = []
for raw in text.lower().split():
    words.append("".join(ch for ch in raw if ch.isalpha()))
bigrams = {}
for a, b in zip(words, words[1:]):
    bigrams.setdefault(a, {})
    bigrams[a][b] = bigrams[a].get(b, 0) + 1
for a in sorted(bigrams, key=lambda w: (-sum(bigrams[w].values()), w))[:5]:
    total = sum(bigrams[a].values())
    rest = ", ".join(f"{b} {n / total:.0%}" for b, n in sorted(bigrams[a].items(), key=lambda p: (-p[1], p[0])))
    print(f"{a:>6}: {rest}")
letters = {}
for ch in text.lower():
    if ch.isalpha():
        letters[ch] = letters.get(ch, 0) + 1
top = sorted(letters.items(), key=lambda p: (-p[1], p[0]))[:6]
width = top[0][1]
for ch, n in top:
    print(ch, "#" * (n * 20 // width), n)
print(len(words), len(set(words)), max(words, key=len), sorted({len(w) for w in words}), " ".join(w[0] for w in words))
state, out = "it", ["it"]
for _ in range(8):
    nxt = sorted(bigrams.get(state, {}).items(), key=lambda p: (-p[1], p[0]))
    if not nxt:
        break
    state = nxt[len(out) % len(nxt)][0]
    out.append(state)
print(" ".join(out))

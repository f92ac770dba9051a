WORDS = "listen silent enlist google elgoog abc cab bca xyz tinsel inlets level radar hello world noon".split()
groups = {}
for w in WORDS:
    groups.setdefault("".join(sorted(w)), []).append(w)
for key, ws in sorted(groups.items(), key=lambda p: (-len(p[1]), p[0])):
    if len(ws) > 1:
        print(len(ws), sorted(ws))
print([w for w in WORDS if w == w[::-1]], sorted(WORDS, key=lambda w: (len(w), w))[:4])
def hangman(word, guesses):
    shown, wrong = ["_"] * len(word), []
    for g in guesses:
        if g in word:
            for i, c in enumerate(word):
                if c == g:
                    shown[i] = g
        else:
            wrong.append(g)
        if "_" not in shown:
            return "won: " + "".join(shown), wrong
        if len(wrong) == 6:
            return "lost: " + " ".join(shown), wrong
    return "open: " + " ".join(shown), wrong
print(hangman("python", "etnopyqh"), hangman("abc", "zyxwvu"), hangman("level", "le"))
def pig(w):
    for i, c in enumerate(w):
        if c in "aeiou":
            return w[i:] + w[:i] + ("ay" if i else "way")
    return w + "ay"
print(" ".join(map(pig, "the quick brown fox eats my rhythm apple".split())))
def ladder(a, b, words):
    from collections import deque
    q, seen = deque([[a]]), {a}
    while q:
        path = q.popleft()
        if path[-1] == b:
            return path
        for w in words:
            if w not in seen and sum(x != y for x, y in zip(w, path[-1])) == 1:
                seen.add(w)
                q.append(path + [w])
print(ladder("cold", "warm", ["cord", "card", "ward", "warm", "word", "worm", "corm", "gold"]), ladder("a", "z", []))
def mastermind(secret, guess):
    black = sum(s == g for s, g in zip(secret, guess))
    common = sum(min(secret.count(c), guess.count(c)) for c in set(guess))
    return black, common - black
print(mastermind("RGBY", "RBGW"), mastermind("AABB", "BBAA"), mastermind("ABCD", "ABCD"))
def scrabble(w):
    points = {1: "aeilnorstu", 2: "dg", 3: "bcmp", 4: "fhvwy", 5: "k", 8: "jx", 10: "qz"}
    return sum(p for c in w.lower() for p, letters in points.items() if c in letters)
print({w: scrabble(w) for w in ("quiz", "Cabbage", "", "street")}, max(WORDS, key=scrabble))
def wrap(text, width):
    lines, cur = [], ""
    for w in text.split():
        if cur and len(cur) + 1 + len(w) > width:
            lines.append(cur)
            cur = w
        else:
            cur = f"{cur} {w}" if cur else w
    return lines + [cur] if cur else lines
for l in wrap("the quick brown fox jumps over the lazy dog and runs away from everything", 20):
    print(f"|{l:<20}|{l:>20}|{l:^20}|")
def justify(words, width):
    gaps = len(words) - 1
    if not gaps:
        return words[0].ljust(width)
    space, extra = divmod(width - sum(map(len, words)), gaps)
    return "".join(w + " " * (space + (i < extra)) for i, w in enumerate(words[:-1])) + words[-1]
print(justify(["a", "bb", "ccc"], 14) + "|", justify(["one"], 6) + "|")

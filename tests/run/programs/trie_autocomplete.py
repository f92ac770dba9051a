class Trie:
    def __init__(self):
        self.kids = {}
        self.end = False
        self.count = 0

    def insert(self, word):
        node = self
        for ch in word:
            if ch not in node.kids:
                node.kids[ch] = Trie()
            node = node.kids[ch]
            node.count += 1
        node.end = True

    def find(self, prefix):
        node = self
        for ch in prefix:
            node = node.kids.get(ch)
            if node is None:
                return None
        return node

    def __contains__(self, word):
        n = self.find(word)
        return n is not None and n.end

    def words(self, prefix=""):
        out = [prefix] if self.end else []
        for ch in sorted(self.kids):
            out += self.kids[ch].words(prefix + ch)
        return out

    def complete(self, prefix, limit=3):
        n = self.find(prefix)
        return n.words(prefix)[:limit] if n else []

t = Trie()
for w in "car card care cat dog do done door été étage".split():
    t.insert(w)
print(t.complete("ca"), t.complete("do", 10), t.complete("x"), t.complete("ét"), "car" in t, "ca" in t, "" in t, t.find("do").count, len(t.words()))
def shortest_unique(words):
    t = Trie()
    for w in words:
        t.insert(w)
    out = {}
    for w in words:
        n = t
        for i, ch in enumerate(w, 1):
            n = n.kids[ch]
            if n.count == 1:
                break
        out[w] = w[:i]
    return out
print(shortest_unique(["zebra", "dog", "duck", "dove", "zeal"]))
def spell(word, known):
    letters = "abcdefghijklmnopqrstuvwxyz"
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    edits = {a + b[1:] for a, b in splits if b} | {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1}
    edits |= {a + c + b[1:] for a, b in splits if b for c in letters} | {a + c + b for a, b in splits for c in letters}
    return sorted(edits & known)
print(spell("dro", {"do", "dry", "drop", "door", "or"}), spell("cta", {"cat", "car"}), len(spell("q", set())))

words = "one two three two one two".split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
by_len = {}
for w in words:
    by_len.setdefault(len(w), set()).add(w)
index = {}
for i, w in enumerate(words):
    index.setdefault(w, []).append(i)
print(counts, {k: sorted(v) for k, v in by_len.items()}, index)
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])), max(counts, key=counts.get), {v: k for k, v in counts.items()}, {k: v for k, v in counts.items() if v > 1})
if "four" not in counts and counts.get("two") == 3:
    print("ok", counts.pop("one"), counts)
try:
    counts["four"] += 1
except KeyError as e:
    print(repr(e))
total = 0
for k in sorted(counts):
    total += counts[k]
print(total, sum(counts.values()), len(counts), list(counts.items())[0])

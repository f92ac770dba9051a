# A filter: counts words of the input.
import sys
counts = {}
lines = 0
for line in sys.stdin:
    lines += 1
    for w in line.split():
        w = w.strip(".,;!?").lower()
        if w:
            counts[w] = counts.get(w, 0) + 1
for w, n in sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:8]:
    print(f"{w:<10}{n:>3}")
print(lines, "lines,", len(counts), "different words", file=sys.stdout)
print("done", file=sys.stderr)

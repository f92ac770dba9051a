import json, re
from collections import Counter, defaultdict, namedtuple
raw = """2024-01-03,widget,3,2.50
2024-01-04,gadget,1,10.00
2024-02-01,widget,7,2.25
bad line
2024-02-11,gizmo,2,
"""
Row = namedtuple("Row", "date item qty price")
rows, errors = [], []
for n, line in enumerate(raw.splitlines(), 1):
    parts = line.split(",")
    try:
        date, item, qty, price = parts
        rows.append(Row(date, item, int(qty), float(price)))
    except ValueError as e:
        errors.append((n, str(e)))
print(len(rows), errors)
by_month = defaultdict(float)
for r in rows:
    by_month[r.date[:7]] += r.qty * r.price
for m, t in sorted(by_month.items()):
    print(f"{m}: {t:>8.2f}")
counts = Counter(r.item for r in rows)
print(counts.most_common(), max(rows, key=lambda r: r.price).item)
print(json.dumps({"rows": [r._asdict() for r in rows], "ok": True, "none": None}, sort_keys=True, indent=1)[:80])
back = json.loads('{"a": [1, 2.5, "x", null, true], "b": {"c": "\\u00e9"}}')
print(back["a"], back["b"]["c"], type(back["a"][1]).__name__)
words = re.findall(r"[a-z]+", raw)
freq = {}
for w in words:
    freq[w] = freq.get(w, 0) + 1
top = sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))[:3]
print(top, [k for k, _ in top], sum(v for _, v in top))
table = [[r.item, str(r.qty), f"{r.price:.2f}"] for r in rows]
widths = [max(len(row[i]) for row in table) for i in range(3)]
for row in table:
    print(" | ".join(c.ljust(w) for c, w in zip(row, widths)))
def moving(xs, k):
    out = []
    for i in range(len(xs) - k + 1):
        out.append(sum(xs[i:i + k]) / k)
    return out
print(moving([1, 2, 3, 4, 5], 2))
def quantile(xs, q):
    ys = sorted(xs)
    pos = (len(ys) - 1) * q
    lo = int(pos)
    frac = pos - lo
    return ys[lo] if lo + 1 >= len(ys) else ys[lo] * (1 - frac) + ys[lo + 1] * frac
print(quantile([3, 1, 2], 0.5), quantile([4.0, 1.0], 0.25))
groups = {}
for r in rows:
    groups.setdefault(r.item, []).append(r.qty)
print({k: (min(v), max(v), sum(v)) for k, v in groups.items()})

LOG = """\
2024-03-01 08:00:01 INFO  server start port=8080
2024-03-01 08:00:05 WARN  slow request path=/api/items ms=1250
2024-03-01 08:01:17 INFO  request path=/ ms=12
2024-03-01 08:01:18 ERROR crash path=/api/items code=500
garbage line
2024-03-01 08:02:00 INFO  request path=/ ms=8
2024-03-01 08:59:59 ERROR timeout path=/slow ms=30000
"""

class Entry:
    def __init__(self, line):
        date, time, self.level, rest = line.split(None, 3)
        h, m, s = (int(x) for x in time.split(":"))
        self.seconds = h * 3600 + m * 60 + s
        words = rest.split()
        self.fields = dict(w.split("=", 1) for w in words if "=" in w)
        self.message = " ".join(w for w in words if "=" not in w)
        self.date = date

    def __repr__(self):
        return f"<{self.level} {self.message!r} {self.fields}>"

entries, bad = [], 0
for n, line in enumerate(LOG.splitlines(), 1):
    try:
        entries.append(Entry(line))
    except ValueError as e:
        bad += 1
        print(f"line {n}: {e}")
print(len(entries), bad, entries[0], entries[-1])
levels = {}
for e in entries:
    levels[e.level] = levels.get(e.level, 0) + 1
print(levels, max(levels, key=levels.get))
times = [int(e.fields["ms"]) for e in entries if "ms" in e.fields]
print(times, sum(times) / len(times), sorted(times)[len(times) // 2])
paths = sorted({e.fields["path"] for e in entries if e.fields.get("path", "").startswith("/api")} | {"/none"})
print(paths, [e.message for e in entries if e.level == "ERROR"])
gaps = [b.seconds - a.seconds for a, b in zip(entries, entries[1:])]
print(gaps, "longest", max(gaps), "at", f"{entries[gaps.index(max(gaps))].seconds // 3600:02}h")
hours, rest = divmod(entries[-1].seconds - entries[0].seconds, 3600)
print("span {}h {:02d}m {:02d}s".format(hours, *divmod(rest, 60)))

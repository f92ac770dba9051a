students = [
    {"name": "Alice", "scores": [90, 85, 77]},
    {"name": "Bob", "scores": [60, 70, 65]},
    {"name": "Charlie", "scores": []},
    {"name": "Dana", "scores": [100, 95, 98]},
]

def average(xs):
    try:
        return sum(xs) / len(xs)
    except ZeroDivisionError:
        return None

def grade(avg):
    if avg is None:
        return "N/A"
    elif avg >= 90:
        return "A"
    elif avg >= 80:
        return "B"
    elif avg >= 70:
        return "C"
    return "F"

print("%-10s %8s %5s" % ("Name", "Average", "Grade"))
for s in students:
    a = average(s["scores"])
    s["avg"] = a
    print("%-10s %8s %5s" % (s["name"], "-" if a is None else "%.2f" % a, grade(a)))
valid = [s for s in students if s["avg"] is not None]
best = max(valid, key=lambda s: s["avg"])
print("Best:", best["name"], "with", round(best["avg"], 1))
ranking = sorted(valid, key=lambda s: s["avg"], reverse=True)
for place, s in enumerate(ranking, start=1):
    print(f"{place}. {s['name']}")
by_grade = {}
for s in students:
    by_grade.setdefault(grade(s["avg"]), []).append(s["name"])
print(by_grade)
allscores = sorted(x for s in students for x in s["scores"])
n = len(allscores)
median = allscores[n // 2] if n % 2 else (allscores[n // 2 - 1] + allscores[n // 2]) / 2
mean = sum(allscores) / n
var = sum((x - mean) ** 2 for x in allscores) / (n - 1)
print(n, median, f"{mean:.3f}", f"{var ** 0.5:.4f}", min(allscores), max(allscores))
for lo in range(60, 101, 10):
    c = sum(lo <= x < lo + 10 for x in allscores)
    print(f"{lo:>3}-{lo + 9:<3} {'*' * c}")

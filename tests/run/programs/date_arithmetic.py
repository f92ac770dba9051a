# Calendar arithmetic by hand: Julian day numbers, weekdays, month tables.
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()

def leap(y):
    return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)

def month_days(y, m):
    return 29 if m == 2 and leap(y) else [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]

def to_days(y, m, d):
    if not 1 <= m <= 12 or not 1 <= d <= month_days(y, m):
        raise ValueError(f"bad date {y:04d}-{m:02d}-{d:02d}")
    y -= 1
    n = y * 365 + y // 4 - y // 100 + y // 400
    return n + sum(month_days(y + 1, k) for k in range(1, m)) + d

def from_days(n):
    y = n // 366 + 1
    while to_days(y + 1, 1, 1) <= n:
        y += 1
    m = 1
    while n - to_days(y, m, 1) >= month_days(y, m):
        m += 1
    return y, m, n - to_days(y, m, 1) + 1

class Date:
    def __init__(self, y, m, d):
        self.n = to_days(y, m, d)

    @property
    def ymd(self):
        return from_days(self.n)

    def __add__(self, days):
        return Date(*from_days(self.n + days))

    def __sub__(self, other):
        if isinstance(other, Date):
            return self.n - other.n
        return self + -other

    def __lt__(self, other):
        return self.n < other.n

    def weekday(self):
        return DAYS[(self.n - 1) % 7]

    def __str__(self):
        y, m, d = self.ymd
        return f"{self.weekday()} {d:2d} {MONTHS[m - 1]} {y}"

a, b = Date(2024, 2, 28), Date(1999, 12, 31)
print(a, b, a - b, a + 2, a - 59, b + 1, b < a, min(a, b), sep="; ")
for s in ("2023-2-29", "2024-13-1", "2000-2-29", "1900-2-29", "x-1-1"):
    try:
        print(s, Date(*map(int, s.split("-"))))
    except ValueError as e:
        print(s, "->", e)
def calendar(y, m):
    print(f"{MONTHS[m - 1]} {y}".center(20).rstrip())
    print(" ".join(d[:2] for d in DAYS))
    start = (to_days(y, m, 1) - 1) % 7
    cells = [""] * start + list(range(1, month_days(y, m) + 1))
    for i in range(0, len(cells), 7):
        print(" ".join(f"{c:>2}" for c in cells[i:i + 7]))
calendar(2024, 2)
print([y for y in range(1890, 1930) if leap(y)], sum(1 for y in range(1901, 2001) for m in range(1, 13) if Date(y, m, 1).weekday() == "Sun"))
def easter(y):
    a, b, c = y % 19, y // 100, y % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return Date(y, month, day + 1)
print([str(easter(y)) for y in (2000, 2024, 2025)])

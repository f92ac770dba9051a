rows = [("Name", "Qty", "Price"), ("Apple", 3, 1.5), ("Watermelon", 12, 10.25), ("Fig", 100, 0.1)]
widths = [max(len(str(r[i])) for r in rows) for i in range(3)]
for i, row in enumerate(rows):
    cells = [str(c).ljust(w) if j == 0 else str(c).rjust(w) for j, (c, w) in enumerate(zip(row, widths))]
    print("| " + " | ".join(cells) + " |")
    if i == 0:
        print("|" + "|".join("-" * (w + 2) for w in widths) + "|")
print("=" * 30)
total = sum(q * p for _, q, p in rows[1:])
print(f"{'Total:':<20}{total:>10.2f}")
print("\n".join("".join("#" if (r + c) % 2 else "." for c in range(8)) for r in range(3)))
for n in range(1, 6):
    print(("*" * n).center(11, "-"), f"{n:>3}{n ** 2:>5}{n ** 3:>6}", f"{1 / n:.3f}")
text = "lorem ipsum dolor sit amet consectetur adipiscing elit"
line = ""
for word in text.split():
    if len(line) + len(word) + 1 > 20:
        print(repr(line))
        line = word
    else:
        line = (line + " " + word).strip()
print(repr(line))

# Ways in which programs build text.
parts = []
for i in range(10):
    parts.append(str(i) * i)
text = "-".join(parts)
print(text, len(text))
out = ""
for ch in "hello world":
    out = ch + out if ch != " " else out + "_"
print(out)
acc = ""
for i, w in enumerate(["one", "two", "three"]):
    acc += ("" if i == 0 else ", ") + w.capitalize()
print(acc)
table = [["name", "qty"], ["apple", 3], ["kiwi", 12]]
for row in table:
    print("".join(str(c).ljust(8) for c in row) + "|")
print("\n".join(f"{k:<6}{v:>4}" for k, v in {"a": 1, "bb": 22}.items()))
print(" ".join(w[::-1] for w in "abc def".split()), "".join(c for c in "a1b2" if c.isdigit()), "x".join(["", "", ""]), "".join([chr(ord(c) + 1) for c in "HAL"]))
caesar = "".join(chr((ord(c) - 97 + 3) % 26 + 97) if c.islower() else c for c in "xyz abc!")
print(caesar, caesar.upper(), [caesar[i:i + 2] for i in range(0, len(caesar), 2)])
big = "ab" * 5000
print(len(big), big.count("ba"), big[4999:5003], hash(big) == hash("ab" * 5000))

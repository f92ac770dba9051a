# Comparison by code point; concatenation and repetition; identity of equality across types.
words = ["b", "a", "B", "é", "z", "", "aa", "ab", "Z", "😀", "\uffff", "10", "9"]
print(sorted(words), sorted(words, key=str.lower), max(words), min(words))
print("a" < "b", "a" < "A", "abc" < "abd", "ab" < "abc", "" < "a", "é" > "z", "a" == "a", "a" != "A", "😀" > "\uffff", "10" < "9")
print("a" == b"a", "1" == 1, "a" != None, "" == 0, "a" in {"a": 1}, {"a": 1}.get(b"a"))
print("ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "a" + "b" + "c", "x" * True, len("é" * 1000))
for bad in (lambda: "a" < 1, lambda: 1 < "a", lambda: "a" + 1, lambda: 1 + "a", lambda: "a" * "b", lambda: "a" * 1.0, lambda: "a" - "b", lambda: -"a", lambda: "a" >= None, lambda: "a" + b"b", lambda: "a" + None):
    try:
        bad()
    except TypeError as e:
        print(e)
s = "start"
for i in range(5):
    s += str(i)
    t = s
print(s, t is s, hash("abc") == hash("a" + "bc"), "a" "b" == "ab")

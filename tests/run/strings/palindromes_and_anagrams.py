def palindrome(s):
    t = [c.lower() for c in s if c.isalnum()]
    return t == t[::-1]
def anagram(a, b):
    return sorted(a.replace(" ", "").lower()) == sorted(b.replace(" ", "").lower())
def vowels(s):
    return sum(1 for c in s if c in "aeiouAEIOU")
def reverse_words(s):
    return " ".join(w[::-1] for w in s.split())
def longest(s):
    return max(s.split(), key=len)
def caesar(s, k):
    return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)
def count(s):
    d = {}
    for c in s:
        d[c] = d.get(c, 0) + 1
    return d
print(palindrome("Was it a car"), palindrome("Never odd or even"), palindrome(""), anagram("Dormitory", "dirty room"), anagram("a", "b"), vowels("Programming Language"), reverse_words("hello big world"), longest("a quick test of words"), caesar("xyz, abc!", 3), caesar(caesar("roundtrip", 5), -5), count("mississippi"))
print("".join(sorted(set("programming"))), [w.capitalize() for w in "one two".split()], "-".join("abc"), "abc" * 2, "x" in "xyz", "abcabc".replace("b", "", 1), [i for i, c in enumerate("banana") if c == "a"], "".join(c for c in "h3ll0" if not c.isdigit()), " a b ".strip().split(" "))

# Strings among typed numbers.
def banner(word, n):
    s = ""
    for i in range(n):
        s += word
        if i < n - 1:
            s += "-"
    return s


print(banner("ab", 3), len(banner("é", 4)), banner("x", 0) == "")


def count_vowels(s):
    n = 0
    for ch in s:
        if ch in "aeiou":
            n += 1
    return n


print(count_vowels("education"), count_vowels(""))


def caesar(s, k):
    out = ""
    for ch in s:
        if ch.isalpha():
            base = ord("a") if ch.islower() else ord("A")
            out += chr((ord(ch) - base + k) % 26 + base)
        else:
            out += ch
    return out


print(caesar("Hello, World!", 3), caesar(caesar("Zebra", 5), -5))


def label(n, x, b):
    return f"{n} {n:05d} {x:.3f} {b} {n!r:>4} {x}"


print(label(42, 2.5, True), label(-1, 10.0, False))
h = 0
for ch in "hash me please":
    h = (h * 31 + ord(ch)) % 1000000007
print(h)
h = 5381
for ch in "overflowing djb2 hash":
    h = h * 33 + ord(ch)
print(h)


def is_palindrome(s):
    i = 0
    j = len(s) - 1
    while i < j:
        if s[i] != s[j]:
            return False
        i += 1
        j -= 1
    return True


print(is_palindrome("racecar"), is_palindrome("ab"), is_palindrome(""))
print("%d %s %5.2f" % (3, True, 1.5), "a" * 3, 3 * "b", "x" < "y", "a" == "a", "ab" + "cd")
d = 0
for ch in "1234":
    d = d * 10 + int(ch)
print(d, d + 1, str(d) + "!", "5" * d if d < 3 else "long")
n = 12345
digits = 0
while n > 0:
    digits += n % 10
    n //= 10
print(digits, n)
w = "word"
w = len(w)
w += 1
print(w)

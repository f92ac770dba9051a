import string

def caesar(text, k):
    lo, up = string.ascii_lowercase, string.ascii_uppercase
    k %= 26
    return text.translate(str.maketrans(lo + up, lo[k:] + lo[:k] + up[k:] + up[:k]))

def vigenere(text, key, sign=1):
    out, i = [], 0
    for ch in text:
        if ch.isalpha() and ch.isascii():
            base = ord("A") if ch.isupper() else ord("a")
            shift = ord(key[i % len(key)].lower()) - ord("a")
            out.append(chr((ord(ch) - base + sign * shift) % 26 + base))
            i += 1
        else:
            out.append(ch)
    return "".join(out)

def break_caesar(cipher):
    freq = "etaoinshrdlu"
    def score(text):
        return sum(len(freq) - freq.index(c) for c in text.lower() if c in freq)
    return max(((score(caesar(cipher, -k)), -k) for k in range(26)))[1]

def rle(s):
    out, i = "", 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out += (str(j - i) if j - i > 1 else "") + s[i]
        i = j
    return out

def unrle(s):
    out = num = ""
    for c in s:
        if c.isdigit():
            num += c
        else:
            out += c * int(num or 1)
            num = ""
    return out

MORSE = {c: m for c, m in zip("abcdefghijklmnopqrstuvwxyz", ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..".split())}
BACK = {m: c for c, m in MORSE.items()}
msg = "The quick brown fox jumps over the lazy dog, éh?"
enc = caesar(msg, 3)
print(enc, caesar(enc, -3) == msg, caesar(msg, 29) == enc)
print(vigenere("Attack at Dawn!", "Lemon"), vigenere(vigenere(msg, "key"), "key", -1) == msg)
print(caesar(caesar("it is easier to read than it is to write this text here", 11), break_caesar(caesar("it is easier to read than it is to write this text here", 11))))
print(rle("aaabbcdddd"), unrle(rle("aaabbcdddd")), rle(""), unrle("12x3y"), rle("z" * 100))
code = " / ".join(" ".join(MORSE[c] for c in w) for w in "hello world".split())
print(code, " ".join("".join(BACK[c] for c in w.split()) for w in code.split(" / ")))
print("".join(format(ord(c), "08b") for c in "Hi"), "".join(chr(int("0100100001101001"[i:i + 8], 2)) for i in (0, 8)))

# string: constants, capwords, Template.
import string
print(string.ascii_lowercase, string.ascii_uppercase, string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable))
print(string.capwords("hello  big world"), string.capwords("a-b-c", "-"))
t = string.Template("$who likes ${what}s for $$5")
print(t.substitute(who="tim", what="kiwi"), t.substitute({"who": "x", "what": "y"}, who="override"), t.safe_substitute(who="t"), t.template)
for f in (lambda: t.substitute(who="a"), lambda: string.Template("$ bad").substitute(), lambda: string.Template("a\n $1").substitute()):
    try:
        f()
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)
rot = {c: string.ascii_lowercase[(i + 13) % 26] for i, c in enumerate(string.ascii_lowercase)}
print("".join(rot.get(c, c) for c in "hello, world"), "a" in string.ascii_letters, "".join(c for c in "a-b_c.d" if c not in string.punctuation))

# repr picks quotes, escapes control and unprintable characters; ascii escapes the rest.
for s in ("plain", "it's", 'say "hi"', "both ' and \"", "tab\tnl\nret\r", "back\\slash", "\x00\x1b\x7f", "é€😀", "\u200b\u2028\xa0\xad", "\ud800x", "\U0010ffff", "'", '"', "", "\a\b\f\v", "end\\"):
    print(ascii(s), repr(s) if "\ud800" not in s else len(repr(s)), len(s))
print("\x41\u0042\U00000043\103\N{BULLET}\
continued", r"raw\n\x41", "oct\0end" == "oct\x00end", '\"', "\\N")
print("adjacent " "strings" ' joined', """triple
"quoted" lines""", '''it's''')
print([f"{'a'!r}", str(["'", '"', "\n"]), repr(("é",)), ascii(["é", {"€": "😀"}])])
print(repr(b"by'tes\x00\xff\n\\"), repr(b'q"q'), repr(b"'\""), ascii(b"\xe9"))

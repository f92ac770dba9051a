# isdigit, isdecimal, isnumeric, isalpha, isalnum, isspace, isidentifier, isprintable, isascii.
for s in ("", "5", "٣", "²", "½", "Ⅷ", "一", "a", "é", "a1", "_a", "1a", " ", "\t\n", "\u00a0", "\u200b", "a b", "class", "π", "\x00", "\x7f", "\ud800", "😀", "ª", "-1", "1.5", "㊿", "а"):
    print(ascii(s), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalpha(), s.isalnum(), s.isspace(), s.isidentifier(), s.isprintable(), s.isascii())

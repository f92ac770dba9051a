DATA = '''id,name,city,amount
1,"Smith, John",Paris,10.50
2,Jane,"New ""York""",7
3,Bob,,x
4,"Multi word",Rome,-3.25
'''

def parse_line(line):
    fields, cur, quoted, i = [], "", False, 0
    while i < len(line):
        c = line[i]
        if quoted:
            if c == '"':
                if i + 1 < len(line) and line[i + 1] == '"':
                    cur += '"'
                    i += 1
                else:
                    quoted = False
            else:
                cur += c
        elif c == '"':
            quoted = True
        elif c == ",":
            fields.append(cur)
            cur = ""
        else:
            cur += c
        i += 1
    fields.append(cur)
    return fields

header, *rows = [parse_line(l) for l in DATA.splitlines()]
records = [dict(zip(header, r)) for r in rows]
errors = []
for r in records:
    r["id"] = int(r["id"])
    try:
        r["amount"] = float(r["amount"])
    except ValueError as e:
        errors.append((r["id"], str(e)))
        r["amount"] = None
for r in records:
    print(r)
print(errors, sum(r["amount"] or 0 for r in records))
widths = {h: max(len(h), *(len(str(r[h])) for r in records)) for h in header}
print(" | ".join(h.ljust(widths[h]) for h in header))
print("-+-".join("-" * widths[h] for h in header))
for r in sorted(records, key=lambda r: (r["city"] == "", r["city"])):
    print(" | ".join((str(r[h]).rjust if isinstance(r[h], (int, float)) else str(r[h]).ljust)(widths[h]) for h in header))
def quote(v):
    v = str(v)
    return '"' + v.replace('"', '""') + '"' if any(c in v for c in ',"') else v
print("\n".join(",".join(quote(r[h]) for h in header) for r in records))

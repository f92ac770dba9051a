import re

class TemplateError(Exception):
    pass

def lookup(env, path):
    cur = env
    for part in path.split("."):
        try:
            cur = cur[int(part)] if part.isdigit() else cur[part] if isinstance(cur, dict) else getattr(cur, part)
        except (KeyError, IndexError, AttributeError):
            raise TemplateError(f"cannot find {part!r} of {path!r}")
    return cur() if callable(cur) else cur

FILTERS = {"upper": str.upper, "title": lambda s: s.title(), "len": len, "money": lambda v: f"{v:,.2f}", "join": ", ".join}

def render(template, env):
    parts = re.split(r"(\{\{.*?\}\}|\{%.*?%\})", template)
    def block(i, env, active, end):
        out = []
        while i < len(parts):
            p = parts[i]
            if p.startswith("{{"):
                if active:
                    name, *filters = [s.strip() for s in p[2:-2].split("|")]
                    v = lookup(env, name)
                    for f in filters:
                        v = FILTERS[f](v)
                    out.append(str(v))
            elif p.startswith("{%"):
                words = p[2:-2].split()
                if words[0] in end:
                    return "".join(out), i, words[0]
                if words[0] == "for":
                    seq = lookup(env, words[3]) if active else []
                    start = i + 1
                    body, i, _ = block(start, env, False, ("endfor",))
                    for k, item in enumerate(seq):
                        text, i, _ = block(start, {**env, words[1]: item, "index": k}, True, ("endfor",))
                        out.append(text)
                elif words[0] == "if":
                    cond = active and bool(lookup(env, words[1]))
                    text, i, how = block(i + 1, env, cond, ("else", "endif"))
                    out.append(text)
                    if how == "else":
                        text, i, _ = block(i + 1, env, active and not cond, ("endif",))
                        out.append(text)
                else:
                    raise TemplateError("unknown tag " + words[0])
            elif active:
                out.append(p)
            i += 1
        if end:
            raise TemplateError(f"missing {end[-1]}")
        return "".join(out), i, None
    return block(0, env, True, ())[0]

class User:
    def __init__(self, name, admin): self.name, self.admin = name, admin
    def greeting(self): return "Hi " + self.name

env = {"title": "users of the system", "users": [User("ann", True), User("bob", False)], "total": 12345.678, "tags": ["a", "b"], "empty": []}
T = """<h1>{{ title | title }}</h1>{% for u in users %}
{{ index }}: {{ u.greeting }}{% if u.admin %} (admin){% else %} (user {{ u.name | upper }}){% endif %}{% endfor %}
total {{ total | money }}, {{ tags | join }}, {{ tags.0 }}, {{ users | len }}{% for x in empty %}never{{ nothing }}{% endfor %}{% if empty %}no{% endif %}!"""
print(render(T, env))
for bad in ("{{ nope }}", "{{ users.9.name }}", "{% if total %}x", "{% loop %}", "{{ title | nofilter }}"):
    try:
        print(render(bad, env))
    except TemplateError as e:
        print("error:", e)
    except KeyError as e:
        print("filter?", e)

# Events, plug-ins and a tiny dependency container.
class Event:
    def __init__(self): self._subs = []
    def __iadd__(self, fn):
        self._subs.append(fn)
        return self
    def __isub__(self, fn):
        self._subs.remove(fn)
        return self
    def __call__(self, *a, **k):
        return [fn(*a, **k) for fn in list(self._subs)]
    def __len__(self): return len(self._subs)

class Button:
    def __init__(self, label):
        self.label = label
        self.clicked = Event()
    def click(self, times=1):
        for _ in range(times):
            self.clicked(self)

class Counter:
    def __init__(self): self.n = 0
    def on_click(self, b): self.n += 1

b, c = Button("ok"), Counter()
b.clicked += c.on_click
b.clicked += lambda btn: print("clicked", btn.label)
b.click(2)
b.clicked -= c.on_click
b.click()
print(c.n, len(b.clicked))

PLUGINS = {}
def plugin(name=None, **options):
    def deco(cls):
        PLUGINS[name or cls.__name__.lower()] = (cls, options)
        return cls
    return deco

@plugin("shout", suffix="!")
class Shout:
    def __init__(self, suffix=""): self.suffix = suffix
    def run(self, s): return s.upper() + self.suffix
@plugin()
class Reverse:
    def run(self, s): return s[::-1]

for name, (cls, options) in sorted(PLUGINS.items()):
    print(name, cls(**options).run("hello"))

class Container:
    def __init__(self): self.makers, self.made = {}, {}
    def provide(self, name, maker, single=True): self.makers[name] = (maker, single)
    def get(self, name):
        if name in self.made:
            return self.made[name]
        try:
            maker, single = self.makers[name]
        except KeyError:
            raise LookupError(f"no provider for {name}") from None
        obj = maker(self)
        if single:
            self.made[name] = obj
        return obj

box = Container()
box.provide("config", lambda c: {"name": "demo"})
box.provide("list", lambda c: [], single=False)
box.provide("service", lambda c: (c.get("config")["name"], c.get("list")))
print(box.get("service"), box.get("service") is box.get("service"), box.get("list") is box.get("list"), box.get("config") is box.get("config"))
try:
    box.get("nope")
except LookupError as e:
    print(e)
class Undo:
    def __init__(self): self.done, self.undone = [], []
    def do(self, fn, inv):
        fn(); self.done.append((fn, inv)); self.undone.clear()
    def undo(self):
        fn, inv = self.done.pop(); inv(); self.undone.append((fn, inv))
    def redo(self):
        fn, inv = self.undone.pop(); fn(); self.done.append((fn, inv))
doc, u = [], Undo()
for w in ("a", "b", "c"):
    u.do(lambda w=w: doc.append(w), lambda: doc.pop())
u.undo(); u.undo(); print(doc)
u.redo(); print(doc)
u.do(lambda: doc.append("z"), doc.pop); print(doc, len(u.undone))
try:
    u.redo()
except IndexError as e:
    print(e)

class Version:
    def __init__(self, s): self.parts = tuple(map(int, s.split(".")))
    def __lt__(self, o): return self.parts < o.parts
    def __eq__(self, o): return isinstance(o, Version) and self.parts == o.parts
    def __hash__(self): return hash(self.parts)
    def __repr__(self): return "v" + ".".join(map(str, self.parts))
vs = [Version(s) for s in ("1.10", "1.9", "1.9.1", "0.5")]
print(sorted(vs), max(vs), min(vs), sorted(vs, reverse=True)[0], Version("1.9") in vs, vs.index(Version("0.5")), len({Version("1.0"), Version("1.0")}), Version("2.0") > Version("1.9"), Version("1") != Version("1"), Version("1") == "1")
try:
    Version("1") <= Version("2")
except TypeError as e:
    print(e)

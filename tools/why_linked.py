#!/usr/bin/env python3
"""Why is this in the module?  Reads a WebAssembly module linked with --emit-relocs and names, and answers from its
relocations: who refers to what.

    why_linked.py MODULE.wasm                 bytes by crate module
    why_linked.py MODULE.wasm PATTERN         the shortest chain of references from the entry to what fits
    why_linked.py MODULE.wasm --cut PATTERN   what would go if nothing referred to what fits
    why_linked.py MODULE.wasm --holds         the symbols that alone keep most in, with who refers to them

Make such a module with tools/why_linked.sh FILE.py.
"""
import bisect
import collections
import re
import sys


class Reader:
    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def leb(self):
        result = shift = 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            result |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return result

    def name(self):
        size = self.leb()
        self.at += size
        return self.data[self.at - size:self.at].decode("utf-8", "replace")


def demangle(name):
    if not name.startswith("_ZN"):
        return name
    parts, at = [], 3
    while at < len(name) and name[at].isdigit():
        end = at
        while name[end].isdigit():
            end += 1
        size = int(name[at:end])
        parts.append(name[end:end + size])
        at = end + size
    text = "::".join(p for p in parts if not re.fullmatch(r"h[0-9a-f]{16}", p))
    for a, b in (("$LT$", "<"), ("$GT$", ">"), ("$u20$", " "), ("$C$", ","), ("$RF$", "&"), ("..", "::")):
        text = text.replace(a, b)
    return text


class Module:
    """Symbols with sizes, and the references between them."""

    def __init__(self, data):
        self.sections = []
        r = Reader(data, 8)
        while r.at < len(data):
            kind = r.data[r.at]
            r.at += 1
            size = r.leb()
            self.sections.append((kind, r.at, r.at + size))
            r.at += size
        self.data = data
        custom = {}
        for index, (kind, start, end) in enumerate(self.sections):
            if kind == 0:
                r = Reader(data, start)
                name = r.name()
                custom[name] = (r.at, end)
        self.read_code()
        self.read_segments()
        self.read_symbols(*custom["linking"])
        self.edges = collections.defaultdict(set)
        self.read_relocs(custom.get("reloc.CODE"))
        self.read_relocs(custom.get("reloc.DATA"))

    def section(self, wanted):
        return next((s for s in self.sections if s[0] == wanted), None)

    def read_code(self):
        imports = 0
        _, start, end = self.section(2)
        r = Reader(self.data, start)
        for _ in range(r.leb()):
            r.name(), r.name()
            kind = self.data[r.at]
            r.at += 1
            if kind == 0:
                imports += 1
                r.leb()
            elif kind in (1, 2):
                sys.exit("tables or memories are imported: not a program")
            else:
                r.at += 2
        _, start, end = self.section(10)
        self.code_start = start
        self.bodies = []  # (offset in section, size, function index)
        r = Reader(self.data, start)
        for i in range(r.leb()):
            at = r.at
            size = r.leb()
            self.bodies.append((at - start, r.at - at + size, imports + i))
            r.at += size

    def read_segments(self):
        _, start, end = self.section(11)
        self.data_start = start
        self.segments = []  # offset of the bytes in the section
        r = Reader(self.data, start)
        for _ in range(r.leb()):
            flags = r.leb()
            if flags == 0:
                r.at += 1
                while self.data[r.at] & 128:
                    r.at += 1
                r.at += 2
            size = r.leb()
            self.segments.append((r.at - start, size))
            r.at += size

    def read_symbols(self, at, end):
        r = Reader(self.data, at)
        r.leb()
        self.names, self.kinds = [], []
        by_function, self.data_symbols = {}, []
        while r.at < end:
            kind = r.data[r.at]
            r.at += 1
            stop = r.leb() + r.at
            if kind == 8:
                for n in range(r.leb()):
                    what = self.data[r.at]
                    r.at += 1
                    flags = r.leb()
                    name = ""
                    if what == 1:
                        name = r.name()
                        if not flags & 0x10:
                            segment, offset, size = r.leb(), r.leb(), r.leb()
                            self.data_symbols.append((self.segments[segment][0] + offset, size, n))
                    elif what == 3:
                        r.leb()
                    else:
                        index = r.leb()
                        if not flags & 0x10 or flags & 0x40:
                            name = r.name()
                        if what == 0:
                            by_function.setdefault(index, n)
                    self.names.append(name)
                    self.kinds.append(what)
            r.at = stop
        self.sizes = collections.Counter()
        self.holders = []
        for offset, size, index in self.bodies:
            symbol = by_function.get(index)
            if symbol is not None:
                self.sizes[symbol] += size
            self.holders.append((offset, offset + size, symbol))
        self.data_symbols.sort()
        for offset, size, symbol in self.data_symbols:
            self.sizes[symbol] += size
        # several symbols may name one function (identical code): the first one stands for all
        self.alias = {}
        seen = {}
        for symbol, what in enumerate(self.kinds):
            if what == 0:
                self.alias[symbol] = seen.setdefault(self.names[symbol], symbol)

    def read_relocs(self, where):
        if not where:
            return
        r = Reader(self.data, where[0])
        section = r.leb()
        is_code = self.sections[section][0] == 10
        holders = self.holders if is_code else [(o, o + s, n) for o, s, n in self.data_symbols]
        starts = [h[0] for h in holders]
        for _ in range(r.leb()):
            kind = self.data[r.at]
            r.at += 1
            offset, target = r.leb(), r.leb()
            if kind in (3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25):
                r.leb()
            if kind == 6:
                continue
            i = bisect.bisect_right(starts, offset) - 1
            if i >= 0 and offset < holders[i][1] and holders[i][2] is not None and target < len(self.names):
                self.edges[holders[i][2]].add(self.alias.get(target, target))

    def roots(self):
        return [s for s, n in enumerate(self.names) if n in ("_start", "__main_void", "main", "__original_main")]

    def reach(self, without=lambda symbol: False):
        roots = self.roots()
        came = {r: None for r in roots}
        queue = collections.deque(roots)
        while queue:
            at = queue.popleft()
            for to in sorted(self.edges.get(at, ())):
                if to not in came and not without(to):
                    came[to] = at
                    queue.append(to)
        return came

    def holds(self):
        """For each symbol the bytes that are reached only through it (its dominator tree's sizes), and the tree."""
        order, came, roots = [], set(), set(self.roots())
        for root in sorted(roots):
            walk = [(root, iter(sorted(self.edges.get(root, ()))))] if root not in came else []
            came.add(root)
            while walk:
                at, rest = walk[-1]
                to = next((t for t in rest if t not in came), None)
                if to is None:
                    order.append(at)
                    walk.pop()
                else:
                    came.add(to)
                    walk.append((to, iter(sorted(self.edges.get(to, ())))))
        number = {s: i for i, s in enumerate(order)}
        number[None] = len(order)
        before = collections.defaultdict(set)
        for at in order:
            for to in self.edges.get(at, ()):
                before[to].add(at)
        above = {r: None for r in roots}
        above[None] = None
        changed = True
        while changed:
            changed = False
            for at in reversed(order):
                if at in roots:
                    continue
                new = -1
                for b in before[at]:
                    if b not in above:
                        continue
                    other = b
                    while new != -1 and new != other:
                        if number[new] < number[other]:
                            new = above[new]
                        else:
                            other = above[other]
                    new = other
                if above.get(at, -1) != new:
                    above[at] = new
                    changed = True
        held = collections.Counter()
        for at in order:
            held[at] += self.sizes[at]
            if above[at] is not None:
                held[above[at]] += held[at]
        return held, before


def room(name):
    m = re.search(r"\bpy::(\w+)(::\w+)?", name)
    if m and not name.startswith(("core::", "alloc::", "std::")):
        return m.group(0)
    m = re.match(r"<?(\w+)", name)
    return m.group(1) if m else "?"


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    with open(sys.argv[1], "rb") as f:
        module = Module(f.read())
    names = [demangle(n) for n in module.names]
    if len(sys.argv) == 2:
        rooms = collections.Counter()
        for symbol, size in module.sizes.items():
            rooms[room(names[symbol])] += size
        for name, size in rooms.most_common(60):
            print(f"{size:8} {name}")
        print(f"{sum(rooms.values()):8} in all")
    elif sys.argv[2] == "--holds":
        held, before = module.holds()
        for symbol, size in held.most_common(60):
            who = sorted(names[b] for b in before[symbol])
            print(f"{size:8} {names[symbol]}  <- {', '.join(who[:3])}{f' and {len(who) - 3} more' if len(who) > 3 else ''}")
    elif sys.argv[2] == "--cut":
        pattern = re.compile(sys.argv[3])
        before = module.reach()
        after = module.reach(lambda s: pattern.search(names[s]))
        gone = collections.Counter()
        for symbol in before.keys() - after.keys():
            gone[room(names[symbol])] += module.sizes[symbol]
        for name, size in gone.most_common(25):
            print(f"{size:8} {name}")
        print(f"{sum(gone.values()):8} of {sum(module.sizes[s] for s in before)} would go")
    else:
        pattern = re.compile(sys.argv[2])
        came = module.reach()
        shown = 0
        for symbol in came:
            if pattern.search(names[symbol]):
                chain = []
                while symbol is not None:
                    chain.append(f"{names[symbol]} ({module.sizes[symbol]})")
                    symbol = came[symbol]
                print("\n  <- ".join(chain))
                shown += 1
                if shown == 3:
                    break
        if not shown:
            print("nothing that fits is reached")


if __name__ == "__main__":
    main()

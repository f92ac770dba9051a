#!/usr/bin/env python3
"""Runs a program through its HIR: `portalis --dump=hir FILE` is turned back into flat Python and executed by CPython.

What it prints must be what the program itself prints, so the lowering is tested against CPython without Rust:

    hir_to_python.py FILE.py ARGS      run one program through its HIR
    hir_to_python.py --show FILE.py    print the Python made from the dump
    hir_to_python.py --all DIR …       compare every program below DIR with CPython; one line per difference
"""
import os
import re
import subprocess
import sys
import types

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PORTALIS = os.environ.get("PORTALIS", os.path.join(ROOT, "build", "portalis"))


# ---- reading the dump ----

class Line:
    def __init__(self, text):
        body = text.lstrip(" ")
        self.indent = len(text) - len(body)
        self.children = []
        self.label = body[:-1] if re.fullmatch(r"[a-z]+:", body) else None
        self.id = None
        match = re.match(r"%(\d+) = ", body)
        if match:
            self.id = int(match.group(1))
            body = body[match.end():]
        self.kind, _, self.rest = body.partition(" ")
        self.flags = set()
        while True:
            match = re.search(r"(?:^| )([!#])([a-z_]+)$", self.rest)
            if not match:
                break
            self.flags.add(match.group(2))
            self.rest = self.rest[:match.start()]

    def block(self, label):
        for child in self.children:
            if child.label == label:
                return child.children
        return []


def read(text):
    """Modules and units of a dump: {module: {"globals": names, "units": {number: (header, lines)}}}."""
    modules, units, module, unit = [], {}, None, None
    stack = []
    for raw in text.split("\n"):
        if not raw.strip() or raw.startswith("world: "):
            continue
        if not raw.startswith(" "):
            match = re.match(r"module (\S+)$", raw)
            if match and ":" not in raw:
                module = match.group(1)
                modules.append(module)
                unit = None
                continue
            unit = {"header": raw, "module": module, "lines": []}
            units[int(re.search(r":(\d+)", raw).group(1))] = unit
            stack = [(0, unit["lines"])]
            continue
        if unit is None:
            continue
        line = Line(raw)
        while stack[-1][0] >= line.indent:
            stack.pop()
        stack[-1][1].append(line)
        stack.append((line.indent, line.children))
    return modules, units


def split(text):
    """Splits at commas outside of quotes and brackets."""
    parts, depth, quote, start, i = [], 0, None, 0, 0
    while i < len(text):
        c = text[i]
        if quote:
            if c == "\\":
                i += 1
            elif c == quote:
                quote = None
        elif c in "'\"":
            quote = c
        elif c in "([":
            depth += 1
        elif c in ")]":
            depth -= 1
        elif c == "," and depth == 0:
            parts.append(text[start:i].strip())
            start = i + 1
        i += 1
    last = text[start:].strip()
    return parts + [last] if last else parts


# ---- writing Python ----

def sym(text):
    """The Python variable of a symbol as dumped."""
    text = text.strip()
    cell = text[0] in "@^"
    text = text[1:] if cell else text
    text = re.sub(r"[$~](\d+)$", r"__\1", text)
    return ("c_" if cell else "") + text, cell


def name_of(text):
    return re.sub(r"[$~]\d+$", "", text.lstrip("@^"))


def const(text):
    if text.endswith("inf"):
        return f'float("{text}")'
    if text.endswith("infj"):
        return f'complex(0.0, float("{text[:-1]}"))'
    return re.sub("[\ud800-\udfff]", lambda m: f"\\u{ord(m.group()):04x}", text)


def value(text):
    text = text.strip()
    return "None" if text == "_" else "_t" + text[1:]


def call_args(text):
    out = []
    for arg in split(text[1:-1]):
        match = re.match(r"(\*\*|\*|\w+=)?(%\d+)$", arg)
        prefix = match.group(1) or ""
        if prefix.endswith("="):
            out.append(f"**{{{prefix[:-1]!r}: {value(match.group(2))}}}")
        else:
            out.append(prefix + value(match.group(2)))
    return ", ".join(out)


def values(text):
    return [value(v) for v in split(text[1:-1])]


class Writer:
    def __init__(self, units):
        self.units, self.out, self.depth = units, [], 0

    def put(self, text):
        self.out.append("    " * self.depth + text)

    def block(self, lines, result=None, genexpr=False):
        self.depth += 1
        before = len(self.out)
        for line in lines:
            self.node(line, result, genexpr)
        if len(self.out) == before:
            self.put("pass")
        self.depth -= 1

    # ---- units ----

    def unit(self, number):
        unit = self.units[number]
        header = unit["header"]
        kind, _, rest = header.partition(" ")
        match = re.match(r"(.*?):%d" % number, rest)
        qualname = match.group(1)
        rest = rest[match.end():]
        params = []
        if rest.startswith("("):
            end = self.closing(rest)
            params, rest = split(rest[1:end]), rest[end + 1:]
        captures = rest.partition(" captures ")[2]
        pairs = [p.split(" = ") for p in captures.split(", ")] if captures else []
        unit["captures"] = pairs
        unit["kind"] = kind
        unit["params"] = [self.param(p) for p in params]
        cells = ", ".join(sym(inner)[0] for inner, _ in pairs)
        self.module = unit["module"]
        G = f"G_{self.module.replace('.', '_')}"
        self.G = G
        self.doc = None
        own = sorted({m for m in self.cells(unit["lines"])})
        if kind == "class":
            self.put(f"def u{number}(_ns, {cells}):")
            self.depth += 1
            self.entry(own, [])
            self.depth -= 1
            if "c___class__" in own:
                self.block(unit["lines"][:-1])
                self.depth += 1
                self.put("return c___class__")
                self.depth -= 1
            else:
                self.block(unit["lines"])
            return
        if kind == "module":
            self.put(f"def u{number}():")
            self.depth += 1
            self.entry(own, [])
            self.depth -= 1
            self.block(unit["lines"])
            return
        self.put(f"def mk{number}(_defaults, _kwdefaults, _annotations, {cells}):")
        self.depth += 1
        name = qualname.rsplit(".", 1)[-1]
        self.put(f"def _f({self.signature(unit['params'])}):")
        self.depth += 1
        self.entry(own, unit["params"])
        self.depth -= 1
        self.block(unit["lines"], genexpr=kind == "genexpr")
        self.put(f"return _h.function(_f, {name!r}, {qualname!r}, {self.doc}, _defaults, _kwdefaults, _annotations, {G})")
        self.depth -= 1

    @staticmethod
    def closing(text):
        depth, quote, i = 0, None, 0
        while True:
            c = text[i]
            if quote:
                if c == "\\":
                    i += 1
                elif c == quote:
                    quote = None
            elif c in "'\"":
                quote = c
            elif c == "(":
                depth += 1
            elif c == ")":
                depth -= 1
                if depth == 0:
                    return i
            i += 1

    @staticmethod
    def param(text):
        match = re.match(r"(/|\*\*|\*|kw )?([@^]?[^=]+)(=.*)?$", text, re.S)
        return (match.group(1) or "").strip(), match.group(2), match.group(3)

    @staticmethod
    def signature(params):
        order = [p for p in params if p[0] == "/"], [p for p in params if p[0] == ""], [p for p in params if p[0] == "*"]
        kw, rest = [p for p in params if p[0] == "kw"], [p for p in params if p[0] == "**"]
        plain = lambda p: sym(p[1].lstrip("@"))[0]
        out = [plain(p) for p in order[0]] + (["/"] if order[0] else []) + [plain(p) for p in order[1]]
        out += ["*" + plain(p) for p in order[2]] or (["*"] if kw else [])
        out += [plain(p) for p in kw] + ["**" + plain(p) for p in rest]
        return ", ".join(out)

    def cells(self, lines):
        for line in lines:
            if line.label is None:
                for match in re.finditer(r"(?:^| )(@[^ ,\]]+)", line.rest) if line.kind in (
                        "LoadCell", "StoreCell", "DeleteCell", "NewCell") else ():
                    yield sym(match.group(1))[0]
                if line.kind in ("MakeFunction", "MakeClass", "MakeGenExpr"):
                    inner = self.units[int(re.search(r":(\d+)(?: |$)", line.rest).group(1))]
                    captures = inner["header"].partition(" captures ")[2]
                    for pair in captures.split(", ") if captures else ():
                        outer = pair.split(" = ")[1]
                        if outer.startswith("@"):
                            yield sym(outer)[0]
            yield from self.cells(line.children)

    def entry(self, own, params):
        named = {sym(p[1])[0]: sym(p[1].lstrip("@"))[0] for p in params if p[1].startswith("@")}
        for cell in own:
            self.put(f"{cell} = _h.Cell({named[cell]})" if cell in named else f"{cell} = _h.Cell()")
        for cell, name in named.items():
            if cell not in own:
                self.put(f"{cell} = _h.Cell({name})")

    # ---- nodes ----

    def node(self, line, result, genexpr):
        t = f"_t{line.id}"
        rest = line.rest
        method = getattr(self, "n_" + line.kind, None)
        if method:
            method(line, t, rest)
        elif line.kind == "doc":
            self.doc = rest
        elif line.kind == "Result":
            self.put(f"{result} = {value(rest)}")
        elif line.kind == "Return":
            self.put(f"return ('y', {value(rest)})" if genexpr else f"return {value(rest)}")
        elif line.kind == "GenSkip":
            self.put("return ('s', None)")
        elif line.kind == "GenDelegate":
            self.put(f"return ('d', {value(rest)})")
        else:
            self.region(line, t, rest, result, genexpr)

    def region(self, line, t, rest, result, genexpr):
        kind = line.kind
        if kind in ("If", "IfValue"):
            inner = t if kind == "IfValue" else result
            self.put(f"if {value(rest)}:")
            self.block(line.block("then"), inner, genexpr)
            self.put("else:")
            self.block(line.block("orelse"), inner, genexpr)
        elif kind == "ForLoop":
            self.put(f"for {t} in {value(rest)}:")
            self.block(line.block("body"), result, genexpr)
            if line.block("orelse"):
                self.put("else:")
                self.block(line.block("orelse"), result, genexpr)
        elif kind == "WhileLoop":
            self.put(f"_end{line.id} = False")
            self.put("while True:")
            self.block(line.block("cond"), f"_c{line.id}", genexpr)
            self.depth += 1
            self.put(f"if not _c{line.id}:")
            self.put(f"    _end{line.id} = True")
            self.put("    break")
            self.depth -= 1
            self.block(line.block("body"), result, genexpr)
            if line.block("orelse"):
                self.put(f"if _end{line.id}:")
                self.block(line.block("orelse"), result, genexpr)
        elif kind == "Try":
            self.try_(line, result, genexpr)
        elif kind == "TryStar":
            self.try_star(line, result, genexpr)
        elif kind == "With":
            self.put(f"with {value(rest)} as {t}:")
            self.block(line.block("body"), result, genexpr)
        else:
            raise NotImplementedError(kind)

    def try_(self, line, result, genexpr):
        handlers = [c for c in line.children if c.kind == "Handler"]
        self.put("try:")
        self.block(line.block("body"), result, genexpr)
        if handlers:
            self.put(f"except BaseException as _e{line.id}:")
            self.depth += 1
            depth = self.depth
            closed = False
            for handler in handlers:
                self.put(f"_t{handler.id} = _e{line.id}")
                match = handler.block("match")
                if match:
                    self.depth -= 1
                    self.block(match, f"_m{handler.id}", genexpr)
                    self.depth += 1
                    self.put(f"if _h.matches(_e{line.id}, _m{handler.id}):")
                else:
                    self.put("if True:")
                    closed = True
                self.block(handler.block("body"), result, genexpr)
                self.put("else:")
                self.depth += 1
            self.put("pass" if closed else "raise")
            self.depth = depth - 1
            if line.block("orelse"):
                self.put("else:")
                self.block(line.block("orelse"), result, genexpr)
        if "final" in line.flags:
            self.put("finally:")
            self.block(line.block("final"), result, genexpr)
        if not handlers and "final" not in line.flags:
            self.put("finally: pass")

    def try_star(self, line, result, genexpr):
        handlers = [c for c in line.children if c.kind == "Handler"]
        for handler in handlers:
            self.put(f"def _m{handler.id}():")
            self.block(handler.block("match"), "_m", genexpr)
            self.put("    return _m")
        self.put("try:")
        self.block(line.block("body"), result, genexpr)
        for handler in handlers:
            self.put(f"except* _m{handler.id}() as _t{handler.id}:")
            self.block(handler.block("body"), result, genexpr)
        if line.block("orelse"):
            self.put("else:")
            self.block(line.block("orelse"), result, genexpr)
        if "final" in line.flags:
            self.put("finally:")
            self.block(line.block("final"), result, genexpr)

    def n_Stmt(self, line, t, rest):
        pass

    def n_Const(self, line, t, rest):
        self.put(f"{t} = {const(rest)}")

    def n_LoadLocal(self, line, t, rest):
        self.put(f"{t} = {sym(rest)[0]}")

    def n_StoreLocal(self, line, t, rest):
        s, _, v = rest.rpartition(" ")
        self.put(f"{sym(s)[0]} = {value(v)}")

    def n_DeleteLocal(self, line, t, rest):
        if "quiet" in line.flags:
            self.put(f"{sym(rest)[0]} = None")
        self.put(f"del {sym(rest)[0]}")

    def n_LoadCell(self, line, t, rest):
        self.put(f"{t} = {sym(rest)[0]}.get({name_of(rest)!r}, {rest[0] == '^'}, {'checked' in line.flags})")

    def n_StoreCell(self, line, t, rest):
        s, _, v = rest.rpartition(" ")
        self.put(f"{sym(s)[0]}.v = {value(v)}")

    def n_DeleteCell(self, line, t, rest):
        if "quiet" not in line.flags:
            self.put(f"{sym(rest)[0]}.get({name_of(rest)!r}, {rest[0] == '^'}, True)")
        self.put(f"{sym(rest)[0]}.v = _h.UNSET")

    def n_NewCell(self, line, t, rest):
        self.put(f"{sym(rest)[0]} = _h.Cell()")

    def place(self, text):
        module, dot, name = text.rpartition(".")
        return (f"G_{module.replace('.', '_')}" if dot else self.G), name

    def n_LoadGlobal(self, line, t, rest):
        G, name = self.place(rest)
        self.put(f"{t} = _h.load_global({G}, {name!r}, {'checked' in line.flags})")

    def n_StoreGlobal(self, line, t, rest):
        s, _, v = rest.rpartition(" ")
        G, name = self.place(s)
        self.put(f"{G}[{name!r}] = {value(v)}")

    def n_DeleteGlobal(self, line, t, rest):
        G, name = self.place(rest)
        self.put(f"_h.delete_global({G}, {name!r}, {'quiet' in line.flags})")

    def n_LoadName(self, line, t, rest):
        name = rest.split(" ")[0]
        self.put(f"{t} = _h.load_name(_ns, {self.G}, {name!r}, {'checked' in line.flags})")

    def n_StoreName(self, line, t, rest):
        s, _, v = rest.rpartition(" ")
        self.put(f"_ns[{s!r}] = {value(v)}")

    def n_DeleteName(self, line, t, rest):
        self.put(f"_h.delete_global(_ns, {rest!r}, {'quiet' in line.flags})")

    def known(self, text):
        module, _, name = text.rpartition(".")
        return f"_h.known({module!r}, {name!r})"

    def n_LoadKnown(self, line, t, rest):
        self.put(f"{t} = {self.known(rest)}")

    def n_LoadStdModule(self, line, t, rest):
        self.put(f"{t} = _h.std_module({rest!r})")

    def n_LoadModule(self, line, t, rest):
        self.put(f"{t} = _h.modules[{rest!r}]")

    def n_ImportModule(self, line, t, rest):
        self.put(f"{t} = _h.import_module({rest!r})")

    def n_ImportFrom(self, line, t, rest):
        module, name, _ = rest.split(" ")
        self.put(f"{t} = _h.import_from({module!r}, {name!r})")

    def n_ImportStar(self, line, t, rest):
        for child in line.children:
            self.put(f"_h.star({rest!r}, {child.kind!r}, {self.G})")
        line.children = []

    def n_ImportMissing(self, line, t, rest):
        self.put(f"raise ModuleNotFoundError('No module named \\'' + {rest} + '\\'')")

    def n_LoadAttr(self, line, t, rest):
        v, name = rest.split(" ")
        self.put(f"{t} = getattr({value(v)}, {name!r})")

    def n_StoreAttr(self, line, t, rest):
        o, name, v = rest.split(" ")
        self.put(f"setattr({value(o)}, {name!r}, {value(v)})")

    def n_DeleteAttr(self, line, t, rest):
        o, name = rest.split(" ")
        self.put(f"delattr({value(o)}, {name!r})")

    def n_LoadItem(self, line, t, rest):
        o, i = rest.split(" ")
        self.put(f"{t} = {value(o)}[{value(i)}]")

    def n_StoreItem(self, line, t, rest):
        o, i, v = rest.split(" ")
        self.put(f"{value(o)}[{value(i)}] = {value(v)}")

    def n_DeleteItem(self, line, t, rest):
        o, i = rest.split(" ")
        self.put(f"del {value(o)}[{value(i)}]")

    def n_Slice(self, line, t, rest):
        self.put(f"{t} = slice({', '.join(value(v) for v in rest.split(' '))})")

    def n_Unary(self, line, t, rest):
        op, v = re.match(r"`(.*)` (\S+)$", rest).groups()
        self.put(f"{t} = {op}{value(v)}")

    def n_Binary(self, line, t, rest):
        op, a, b = re.match(r"`(.*)` (\S+) (\S+)$", rest).groups()
        self.put(f"{t} = {value(a)} {op} {value(b)}")

    n_Compare = n_Binary

    def n_Inplace(self, line, t, rest):
        op, a, b = re.match(r"`(.*)` (\S+) (\S+)$", rest).groups()
        self.put(f"{t} = {value(a)}")
        self.put(f"{t} {op}= {value(b)}")

    def n_Truth(self, line, t, rest):
        self.put(f"{t} = not not {value(rest)}")

    def n_Not(self, line, t, rest):
        self.put(f"{t} = not {value(rest)}")

    def n_Call(self, line, t, rest):
        f, _, args = rest.partition(" ")
        self.put(f"{t} = {value(f)}({call_args(args)})")

    def n_CallMethod(self, line, t, rest):
        o, name, args = rest.split(" ", 2)
        self.put(f"{t} = getattr({value(o)}, {name!r})({call_args(args)})")

    def n_CallKnown(self, line, t, rest):
        row, _, args = rest.partition(" ")
        self.put(f"{t} = {self.known(row)}({call_args(args)})")

    def n_CallUnit(self, line, t, rest):
        match = re.match(r".*?:(\d+) (\[.*\]) (\S+)$", rest)
        unit = self.units[int(match.group(1))]
        slots = values(match.group(2))
        raw = split(match.group(2)[1:-1])
        header = unit["header"]
        inner = header[header.index("("):]
        params = [self.param(p) for p in split(inner[1:self.closing(inner)])]
        args, named, skipped = [], [], False
        for param, slot, text in zip(params, slots, raw):
            name = name_of(param[1])
            if text == "_":
                skipped |= param[0] in ("", "/")
                continue
            if param[0] == "*":
                args += [] if skipped else ["*" + slot]
            elif param[0] == "**":
                named.append("**" + slot)
            elif param[0] == "kw" or skipped:
                named.append(f"**{{{name!r}: {slot}}}")
            else:
                args.append(slot)
        G, name = self.place(match.group(3))
        self.put(f"{t} = _h.load_global({G}, {name!r}, False)({', '.join(args + named)})")

    def n_Intrinsic(self, line, t, rest):
        match = re.match(r"(\w+) (\[.*?\])(?: (\[.*?\]))?(?: (-?\d+))?$", rest)
        names = split(match.group(3)[1:-1]) if match.group(3) else []
        args = values(match.group(2)) + [f"names={names!r}", f"number={match.group(4) or 0}", f"G={self.G}"]
        self.put(f"{t} = _h.{match.group(1)}({', '.join(args)})")

    def n_BuildTuple(self, line, t, rest):
        self.put(f"{t} = ({''.join(v + ', ' for v in values(rest))})")

    def n_BuildList(self, line, t, rest):
        self.put(f"{t} = [{', '.join(values(rest))}]")

    def n_BuildSet(self, line, t, rest):
        self.put(f"{t} = {{{', '.join(values(rest))}}}" if values(rest) else f"{t} = set()")

    def n_BuildTupleStar(self, line, t, rest):
        self.put(f"{t} = ({call_args(rest)},)")

    def n_BuildListStar(self, line, t, rest):
        self.put(f"{t} = [{call_args(rest)}]")

    def n_BuildSetStar(self, line, t, rest):
        self.put(f"{t} = {{{call_args(rest)}}}")

    def n_BuildDict(self, line, t, rest):
        raw = split(rest[1:-1])
        items = []
        for k, v in zip(raw[::2], raw[1::2]):
            items.append(f"**{value(v)}" if k == "_" else f"{value(k)}: {value(v)}")
        self.put(f"{t} = {{{', '.join(items)}}}")

    def two(self, form):
        def emit(line, t, rest):
            self.put(form.format(*[value(v) for v in rest.split(" ")[:3]]))
        return emit

    def n_ListAppend(self, line, t, rest):
        self.two("{0}.append({1})")(line, t, rest)

    def n_ListExtend(self, line, t, rest):
        self.two("{0}.extend({1})")(line, t, rest)

    def n_SetAdd(self, line, t, rest):
        self.two("{0}.add({1})")(line, t, rest)

    def n_SetUpdate(self, line, t, rest):
        self.two("{0}.update({1})")(line, t, rest)

    def n_DictSet(self, line, t, rest):
        self.two("{0}[{1}] = {2}")(line, t, rest)

    def n_DictMerge(self, line, t, rest):
        self.two("{0}.update({1})")(line, t, rest)

    def n_FormatValue(self, line, t, rest):
        parts = rest.split(" ")
        v, spec = value(parts[0]), parts[-1]
        conversion = {"114": "repr", "115": "str", "97": "ascii"}.get(parts[1] if len(parts) == 3 else "", "")
        self.put(f"{t} = format({conversion}({v}), {'' if spec == '_' else value(spec)}{repr('') if spec == '_' else ''})")

    def n_BuildString(self, line, t, rest):
        self.put(f"{t} = ''.join([{', '.join(values(rest))}])")

    def outer_cells(self, number):
        captures = self.units[number]["header"].partition(" captures ")[2]
        return [sym(p.split(" = ")[1])[0] for p in captures.split(", ")] if captures else []

    def n_MakeFunction(self, line, t, rest):
        match = re.match(r".*?:(\d+) (\[.*?\]) (\[.*?\]) (\[.*?\])$", rest)
        number = int(match.group(1))
        header = self.units[number]["header"]
        inner = header[header.index("("):]
        kwnames = [name_of(p[1]) for p in map(self.param, split(inner[1:self.closing(inner)])) if p[0] == "kw"]
        kw = ", ".join(f"{n!r}: {value(v)}" for n, v in zip(kwnames, split(match.group(3)[1:-1])) if v != "_")
        notes = values(match.group(4))
        notes = ", ".join(f"{k}: {v}" for k, v in zip(notes[::2], notes[1::2]))
        cells = "".join(", " + c for c in self.outer_cells(number))
        self.put(f"{t} = mk{number}([{', '.join(values(match.group(2)))}], {{{kw}}}, {{{notes}}}{cells})")

    def n_MakeClass(self, line, t, rest):
        match = re.match(r"(.*?):(\d+) (\(.*\))$", rest)
        qualname, number = match.group(1), int(match.group(2))
        cells = "".join(", " + c for c in self.outer_cells(number))
        call = call_args(match.group(3))
        self.put(f"{t} = _h.make_class(lambda _ns: u{number}(_ns{cells}), {qualname!r}, {self.module!r}" +
                 (f", {call})" if call else ")"))

    def n_MakeGenExpr(self, line, t, rest):
        match = re.match(r".*?:(\d+) (\S+)$", rest)
        number = int(match.group(1))
        cells = "".join(", " + c for c in self.outer_cells(number))
        self.put(f"{t} = _h.generator(mk{number}([], {{}}, {{}}{cells}), {value(match.group(2))})")

    def n_IterNew(self, line, t, rest):
        self.put(f"{t} = iter({value(rest)})")

    def n_Unpack(self, line, t, rest):
        v, *numbers = rest.split(" ")
        self.put(f"{t} = _h.unpack({value(v)}, {', '.join(numbers)})")

    def n_UnpackItem(self, line, t, rest):
        parts = rest.split(" ")
        self.put(f"{t} = {value(parts[0])}[{parts[1] if len(parts) > 1 else 0}]")

    def n_Raise(self, line, t, rest):
        exc, cause = rest.split(" ")
        if exc == "_":
            self.put("raise")
        else:
            self.put(f"raise {value(exc)}" + (f" from {value(cause)}" if cause != "_" else ""))

    def n_Break(self, line, t, rest):
        self.put("break")

    def n_Continue(self, line, t, rest):
        self.put("continue")


# ---- what the flat program calls ----

class Helpers:
    UNSET = object()

    class Cell:
        def __init__(self, *v):
            self.v = v[0] if v else Helpers.UNSET

        def get(self, name, free, checked):
            if self.v is Helpers.UNSET:
                assert checked, f"unbound cell {name} read without a check"
                if free:
                    raise NameError(f"cannot access free variable '{name}' where it is not associated with a value in enclosing scope")
                raise UnboundLocalError(f"cannot access local variable '{name}' where it is not associated with a value")
            return self.v

    def __init__(self, names, units):
        self.modules = {n: types.ModuleType(n) for n in names}
        self.modules["__main__"].__dict__["__name__"] = "__main__"
        self.run = {}

    def load_global(self, G, name, checked):
        if name in G:
            return G[name]
        assert checked, f"unbound global {name} read without a check"
        import builtins
        if hasattr(builtins, name):
            return getattr(builtins, name)
        raise NameError(f"name '{name}' is not defined", name=name)

    def load_name(self, ns, G, name, checked):
        if name in ns:
            return ns[name]
        assert checked, f"unbound name {name} read without a check"
        return self.load_global(G, name, True)

    def delete_global(self, G, name, quiet):
        if quiet:
            G.pop(name, None)
        elif name in G:
            del G[name]
        else:
            raise NameError(f"name '{name}' is not defined")

    def std_module(self, name):
        import importlib
        return importlib.import_module(name)

    def known(self, module, name):
        return getattr(self.std_module(module), name)

    def import_module(self, name):
        body = self.run.pop(name, None)
        if body:
            parent, _, last = name.rpartition(".")
            body()
            if parent:
                setattr(self.modules[parent], last, self.modules[name])
        return self.modules[name]

    def import_from(self, module, name):
        try:
            return getattr(self.modules[module], name)
        except AttributeError:
            raise ImportError(f"cannot import name '{name}' from '{module}'")

    def star(self, module, name, G):
        if name in self.modules[module].__dict__:
            G[name] = self.modules[module].__dict__[name]

    def function(self, f, name, qualname, doc, defaults, kwdefaults, annotations, G):
        f.__name__, f.__qualname__ = name, qualname
        f.__code__ = f.__code__.replace(co_name=name, co_qualname=qualname)
        f.__defaults__ = tuple(defaults) or None
        f.__kwdefaults__ = kwdefaults or None
        f.__annotations__ = annotations
        f.__module__, f.__doc__ = G["__name__"], doc
        return f

    def make_class(self, body, qualname, module, *bases, **kw):
        cell = None

        def run(ns):
            nonlocal cell
            ns["__module__"], ns["__qualname__"] = module, qualname
            cell = body(ns)
        cls = types.new_class(qualname.rsplit(".", 1)[-1], bases, kw, run)
        if isinstance(cell, self.Cell):
            cell.v = cls
        return cls

    def generator(self, f, it):
        for item in it:
            what, v = f(item)
            if what == "y":
                yield v
            elif what == "d":
                yield from v

    def unpack(self, v, before, after, starred):
        out = [None] * (before + starred + after)
        targets = [("*" if starred and i == before else "") + f"out[{i}]" for i in range(len(out))]
        exec(f"({', '.join(targets)},) = v" if targets else "() = v", {"out": out, "v": v})
        return out

    def matches(self, error, classes):
        try:
            raise error
        except classes:
            return True
        except BaseException as other:
            if other is not error:
                raise
            return False

    def super(self, cls, obj, **_):
        return super(cls, obj)

    def globals_dict(self, names, number, G):
        return G

    def type_var(self, name, bound, number, **_):
        import typing
        return typing.TypeVar(name) if number == 0 else typing.ParamSpec(name)

    def type_alias(self, name, v, **_):
        return v

    def match_sequence(self, v, **_):
        import collections.abc
        return isinstance(v, collections.abc.Sequence) and not isinstance(v, (str, bytes, bytearray))

    def match_mapping(self, v, **_):
        import collections.abc
        return isinstance(v, collections.abc.Mapping)

    def match_length_is(self, v, number, **_):
        return len(v) == number

    def match_length_min(self, v, number, **_):
        return len(v) >= number

    def match_item(self, v, number, **_):
        return v[number]

    def match_rest(self, v, before, after, **_):
        return list(v[before:len(v) - after])

    def match_keys(self, v, *keys, **_):
        out, missing = [], object()
        for k in keys:
            got = v.get(k, missing)
            if got is missing:
                return None
            out.append(got)
        return tuple(out)

    def match_others(self, v, *keys, **_):
        return {k: x for k, x in v.items() if k not in keys}

    def match_class(self, v, cls, names, number, **_):
        if not isinstance(cls, type):
            raise TypeError("called match pattern must be a class")
        if not isinstance(v, cls):
            return None
        attrs = []
        if number:
            plain = cls in (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)
            if plain and not hasattr(cls, "__match_args__"):
                if number > 1:
                    raise TypeError(f"{cls.__name__}() accepts 1 positional sub-pattern ({number} given)")
                attrs = [None]
            else:
                args = getattr(cls, "__match_args__", ())
                if len(args) < number:
                    raise TypeError(f"{cls.__name__}() accepts {len(args)} positional sub-pattern"
                                    f"{'' if len(args) == 1 else 's'} ({number} given)")
                attrs = list(args[:number])
        out = []
        for name in attrs + names:
            if name is None:
                out.append(v)
            elif not hasattr(v, name):
                return None
            else:
                out.append(getattr(v, name))
        return tuple(out)


def translate(path):
    done = subprocess.run([PORTALIS, "--dump=hir", path], capture_output=True)
    if done.returncode:
        sys.stderr.buffer.write(done.stderr)
        sys.exit(3)
    modules, units = read(done.stdout.decode("utf-8", "surrogatepass"))
    writer = Writer(units)
    for number in units:
        writer.unit(number)
    return modules, units, "\n".join(writer.out) + "\n"


def run(path, arguments):
    modules, units, source = translate(path)
    helpers = Helpers(modules, units)
    space = {"_h": helpers}
    for name, module in helpers.modules.items():
        space[f"G_{name.replace('.', '_')}"] = module.__dict__
    exec(compile(source, "<hir>", "exec"), space)
    for number, unit in units.items():
        if unit["kind"] == "module":
            helpers.run[unit["module"]] = space[f"u{number}"]
    sys.argv = [path] + arguments
    sys.modules["__main__"] = helpers.modules["__main__"]
    helpers.import_module("__main__")


def compare(path):
    """None when both agree, "refused", or the difference."""
    given = path[:-3] + ".in"
    stdin = open(given, "rb").read() if os.path.exists(given) else b""
    folder, name = os.path.split(path)
    env = dict(os.environ, PYTHONHASHSEED="0")
    def go(*command):
        done = subprocess.run([sys.executable, *command], input=stdin, capture_output=True, cwd=folder or ".", env=env, timeout=60)
        last = done.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
        return done.returncode, done.stdout, last if done.returncode else ""
    ours = go(os.path.abspath(__file__), name)
    if ours[0] == 3:
        return "refused"
    theirs = go(name)
    return None if ours == theirs else f"CPython {theirs[0]} {theirs[2]!r}, HIR {ours[0]} {ours[2]!r}" + (
        "" if ours[1] == theirs[1] else "; other output")


def main():
    if sys.argv[1] == "--show":
        print(translate(sys.argv[2])[2])
    elif sys.argv[1] == "--all":
        good = bad = refused = 0
        for folder in sys.argv[2:]:
            for at, _, files in sorted(os.walk(folder)):
                for name in sorted(files):
                    if not name.endswith(".py"):
                        continue
                    found = compare(os.path.join(at, name))
                    good += found is None
                    refused += found == "refused"
                    if found not in (None, "refused"):
                        bad += 1
                        print(f"{os.path.join(at, name)}: {found}")
        print(f"{good} passed, {bad} failed, {refused} refused")
        sys.exit(bad > 0)
    else:
        run(sys.argv[1], sys.argv[2:])


if __name__ == "__main__":
    main()

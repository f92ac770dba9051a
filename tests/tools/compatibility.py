#!/usr/bin/env python3
"""Writes docs/compatibility.md from the compiler's tables and the tests, so that it cannot say what is not so.

    compatibility.py            rewrites the page
    compatibility.py --check    fails when the page is not what the tables and the tests give
"""
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PAGE = os.path.join(ROOT, "docs", "compatibility.md")
ROW = re.compile(r"^PT_STD\((\w+), (\w+),", re.M)

HEAD = """\
# Compatibility

What a program may use and expect. The reference is CPython 3.11; a program either behaves as it does there or is
refused with a code and a place before anything is built. This page is made by `tests/tools/compatibility.py` from the
compiler's tables and the tests.

## Language

Everything of Python 3.8 to 3.14's syntax is parsed. Translated is all of the core language except what this table
refuses. The programs under `tests/run` show each topic.

| topic | programs that CPython, the WebAssembly build and the native build must agree on |
|---|---|
"""

REFUSED_HEAD = """
## Refused

| code | what |
|---|---|
"""

DIFFERENT = """
## Allowed to differ

- Default `repr` and `hash` of objects, and `id()`: they are addresses.
- The order of sets of strings, which CPython itself changes from run to run unless `PYTHONHASHSEED` is set.
- Identity (`is`) of equal ints above 256, floats, strings and tuples that are not the same variable.
- The lines of a traceback above its last one.
"""


def text_of(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as f:
        return f.read()


def topics():
    base = os.path.join(ROOT, "tests", "run")
    for topic in sorted(os.listdir(base)):
        names = sorted(n[:-3] for n in os.listdir(os.path.join(base, topic)) if n.endswith(".py"))
        if topic != "refused" and names:
            yield topic, names


def refusals():
    for code, title in re.findall(r'^D\((PT04\d\d|PT0501), \w+, ERROR, NONE, "([^"]*)"\)', text_of("src/diag/diag.def"), re.M):
        yield code, title


def modules():
    """(name, members) of each supported library module, then the names of the refused ones."""
    known, refused = [], []
    for ident, name, state in re.findall(r'^PT_STDMOD\((\w+), "([^"]+)", (\w+)\)', text_of("src/stdlib/module.def"), re.M):
        if state == "SUPPORTED":
            known.append((name, sorted((n for n, _ in ROW.findall(text_of(f"src/stdlib/{ident}.def"))), key=str.lower)))
        elif "." not in name:
            refused.append(name)
    return known, refused


def page():
    out = [HEAD]
    for topic, names in topics():
        out.append(f"| {topic.replace('modules_', 'module ')} | {len(names)}: {', '.join(names)} |\n")
    out.append(REFUSED_HEAD)
    for code, title in refusals():
        out.append(f"| {code} | {title} |\n")
    known, refused = modules()
    out.append("\n## Builtins and library\n\nOther members of these modules are refused with PT0405, other modules with PT0501.\n\n"
               "| module | names |\n|---|---|\n")
    for name, members in known:
        out.append(f"| {name} | {', '.join(members)} |\n")
    out.append(f"\nRefused modules of CPython's library: {', '.join(refused)}.\n")
    out.append(DIFFERENT)
    return "".join(out)


def main():
    fresh = page()
    try:
        with open(PAGE, encoding="utf-8") as f:
            current = f.read()
    except FileNotFoundError:
        current = ""
    if "--check" in sys.argv[1:]:
        if fresh != current:
            print("docs/compatibility.md is out of date: run tests/tools/compatibility.py")
        return int(fresh != current)
    if fresh != current:
        with open(PAGE, "w", encoding="utf-8") as f:
            f.write(fresh)
    return 0


if __name__ == "__main__":
    sys.exit(main())

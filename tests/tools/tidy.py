#!/usr/bin/env python3
"""The house rules that a machine can check: floors, sizes, names, headers, memory, diagnostics, unsafe.

One line a finding; lines that begin with `warning:` are advice and do not fail.
The last line is `N passed, N failed`: rules that hold everywhere, and findings.
"""
import collections
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# A file includes only rooms on lower floors; rooms on one floor do not see each other.
FLOORS = {
    "base": 0, "diag": 1, "syntax": 2, "compute": 2, "project": 3, "types": 3, "stdlib": 3, "hir": 4, "infer": 5,
    "own": 6, "rir": 7, "emit": 8, "driver": 9, "build": 10, "run": 10, "verify": 11, "assist": 11, "api": 12,
    "service": 13, "cli": 13,
}
# These see the compiler only as any embedder would, through include/portalis, plus the two rooms named.
EMBEDDERS = {"service": {"base", "diag"}, "cli": {"base", "diag"}}
# Exceptions to the floors: (file, header) to the reason.
ALLOWED_INCLUDES = {
    ("src/project/project.c", "stdlib/stdlib.h"): "a folder without __init__ is a package only if the library has no such module",
}

# Headers that a file includes once per variant of its code, so that a second include is an error by design.
TEMPLATE_HEADERS = {"src/syntax/lexer_core.h": "the lexer's loop, compiled once per instruction set"}

MOST_LINES = 1000
MOST_FUNCTION_LINES = 120
# Data in the form of source: long by nature.
DATA_FILES = re.compile(r"(\.def|tables?\.rs|_table\.rs|_data\.rs|_tables\.py)$")
# Names that every Rust folder or crate has.
COMMON_NAMES = {"mod.rs", "lib.rs", "main.rs", "Cargo.toml", "Cargo.lock", ".gitignore", "README.md"}

ALLOCATION = re.compile(r"(?<![\w.>])(malloc|calloc|realloc|free|strdup|strndup|asprintf|vasprintf)\s*\(")
GLOBAL = re.compile(r"^(?:static|_Thread_local|thread_local)\s+(?!const\b|inline\b|void\b.*\()(?!.*\bconst\b[^;=(]*[=\[])[^=(]*(?:=|;)")
UNSAFE = re.compile(r"\bunsafe\s*(\{|fn\b|impl\b|trait\b|extern\b)")
UNFINISHED = re.compile(r"\b(TO" + "DO|FIX" + "ME|XX" + r"X|HA" + r"CK)\b")
MACHINE_PATH = re.compile(r"(?<![\w$}./-])/(work|home|root|Users)/\w")
REGISTRY = re.compile(r"\b(crates\.io|pypi\.org|pythonhosted\.org|static\.rust-lang\.org|deb\.debian\.org|proxy\.golang\.org|npmjs\.(?:org|com))\b")

findings = []
warnings = []
rules = collections.OrderedDict()


def rule(function):
    rules[function.__name__] = function
    return function


def finding(path, line, text):
    findings.append(f"{path}:{line}: {text}" if line else f"{path}: {text}")


def tracked():
    out = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True,
                         capture_output=True, text=True).stdout
    return [p for p in out.splitlines() if os.path.isfile(os.path.join(ROOT, p)) and not vendored(p)]


def vendored(path):
    return path.startswith(("third_party/", "build/")) or "/vendor/" in path


def text_of(path):
    with open(os.path.join(ROOT, path), encoding="utf-8", errors="surrogateescape") as f:
        return f.read()


def without_comments(source):
    """C or Rust text with comments, strings and characters blanked, line breaks kept."""
    def blank(m):
        return re.sub(r"[^\n]", " ", m.group())
    return re.sub(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', blank, source, flags=re.S)


def numbered(text, pattern):
    for m in pattern.finditer(text):
        yield text.count("\n", 0, m.start()) + 1, m


FILES = tracked()
C_FILES = [p for p in FILES if p.endswith((".c", ".h")) and p.startswith(("src/", "include/", "tests/"))]
RUST_FILES = [p for p in FILES if p.startswith("runtime/") and p.endswith(".rs")]
OWN_SOURCES = [p for p in FILES if p.startswith(("src/", "include/", "runtime/", "tools/", "tests/tools/", "tests/unit/"))
               and p.endswith((".c", ".h", ".def", ".rs", ".py", ".sh"))]


@rule
def floors_hold():
    for path in C_FILES:
        room = path.split("/")[1] if path.startswith("src/") else None
        if room is None:
            continue
        if room not in FLOORS:
            finding(path, 0, f"room {room} has no floor")
            continue
        for line, m in numbered(text_of(path), re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)):
            header = m.group(1)
            target = header.split("/")[0]
            if target == room or (path, header) in ALLOWED_INCLUDES:
                continue
            if target == "portalis":
                if FLOORS[room] < FLOORS["api"]:
                    finding(path, line, "only api, service and cli include the public header")
            elif target not in FLOORS:
                if not header.endswith(".inc"):
                    finding(path, line, f"includes {header}, which is in no room")
            elif room in EMBEDDERS:
                if target not in EMBEDDERS[room]:
                    finding(path, line, f"{room} includes {header}; it may use only include/portalis, base and diag")
            elif FLOORS[target] >= FLOORS[room]:
                finding(path, line, f"floor {FLOORS[room]} ({room}) includes {header} of floor {FLOORS[target]}")
            if target in FLOORS and target != room and "internal" in os.path.basename(header):
                finding(path, line, f"{header} is internal to {target}")


@rule
def files_are_short():
    for path in OWN_SOURCES:
        lines = text_of(path).count("\n")
        if lines > MOST_LINES and not DATA_FILES.search(path):
            finding(path, 0, f"{lines} lines, {MOST_LINES} are allowed")


@rule
def names_are_unique():
    seen = collections.defaultdict(list)
    for path in OWN_SOURCES:
        # Unit tests mirror src; a file of runtime/src/modules is named as the Python module is.
        if path.startswith("tests/unit/") or re.match(r"runtime/src/modules/\w+\.rs$", path):
            continue
        if os.path.basename(path) not in COMMON_NAMES:
            seen[os.path.basename(path)].append(path)
    for name, paths in sorted(seen.items()):
        if len(paths) > 1:
            finding(paths[0], 0, "shares its name with " + ", ".join(paths[1:]))


@rule
def headers_compile_alone():
    headers = [p for p in C_FILES if p.endswith(".h") and not p.startswith("src/run/wasmtime/")]
    with tempfile.TemporaryDirectory(prefix="tidy-") as box:
        def compile_one(path):
            unit = os.path.join(box, path.replace("/", "_") + ".c")
            with open(unit, "w", encoding="utf-8") as f:
                f.write(f'#include "{os.path.join(ROOT, path)}"\n' * (1 if path in TEMPLATE_HEADERS else 2))
            command = [os.environ.get("CC", "cc"), "-std=c17", "-D_GNU_SOURCE", "-Wall", "-Wextra", "-fsyntax-only",
                       "-Isrc", "-Iinclude", "-Ibuild/gen", unit]
            return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for path, done in zip(headers, pool.map(compile_one, headers)):
                if done.returncode:
                    first = next((l for l in done.stderr.splitlines() if "error" in l), done.stderr[:200])
                    finding(path, 0, "does not compile alone (twice in a row): " + first.split("error:")[-1].strip())


@rule
def base_owns_memory():
    for path in C_FILES:
        if path.startswith("src/") and not path.startswith("src/base/"):
            for line, m in numbered(without_comments(text_of(path)), ALLOCATION):
                finding(path, line, f"{m.group(1)}() outside src/base")


@rule
def no_global_state():
    for path in C_FILES:
        if path.startswith("src/"):
            for n, line in enumerate(without_comments(text_of(path)).split("\n"), 1):
                if GLOBAL.match(line) and "(" not in line.split("=")[0]:
                    finding(path, n, "mutable file-level state: " + line.strip()[:60])


@rule
def diagnostics_are_documented_and_tested():
    if "src/diag/diag.def" not in FILES:
        return
    rows = re.findall(r"^D\((PT\d{4}),\s*(\w+)", text_of("src/diag/diag.def"), re.M)
    codes = [code for code, _ in rows]
    for code in sorted({c for c in codes if codes.count(c) > 1}):
        finding("src/diag/diag.def", 0, f"{code} stands there twice")
    tests = "\n".join(text_of(p) for p in FILES if p.startswith("tests/") and not p.startswith("tests/tools/"))
    compiler = "\n".join(text_of(p) for p in FILES if p.startswith("src/") and p.endswith((".c", ".h")))
    for code, name in rows:
        if f"docs/diag/{code}.md" not in FILES:
            finding("src/diag/diag.def", 0, f"{code} has no page docs/diag/{code}.md")
        if code not in tests:
            finding("src/diag/diag.def", 0, f"{code} is triggered by no test")
        if not re.search(rf"\b(PT_DIAG_)?{name}\b", compiler):
            finding("src/diag/diag.def", 0, f"{code} is emitted nowhere")
    for path in FILES:
        m = re.match(r"docs/diag/(PT\d{4})\.md$", path)
        if m and m.group(1) not in codes:
            finding(path, 0, "documents a code that does not exist")


@rule
def nothing_unfinished():
    for path in OWN_SOURCES:
        for line, m in numbered(text_of(path), UNFINISHED):
            finding(path, line, f"says {m.group(1)}")


@rule
def no_places_of_one_machine():
    for path in FILES:
        if path.endswith((".c", ".h", ".def", ".rs", ".py", ".sh", ".md", ".toml", "Makefile", ".cmd", ".out")):
            text = text_of(path)
            for pattern, what in ((MACHINE_PATH, "a path of one machine"), (REGISTRY, "a registry's host name")):
                for line, m in numbered(text, pattern):
                    finding(path, line, f"{what}: {m.group()}")


@rule
def unsafe_stays_in_its_room():
    for path in RUST_FILES:
        if not path.startswith("runtime/src/object/"):
            for line, _ in numbered(without_comments(text_of(path)), UNSAFE):
                finding(path, line, "unsafe outside runtime/src/object")
    for path in FILES:
        if path.startswith(("src/rir/", "src/emit/", "src/stdlib/")):
            for line, _ in numbered(text_of(path), UNSAFE):
                finding(path, line, "unsafe in emitted code")


@rule
def functions_are_short():
    for path in C_FILES:
        start = name = None
        for n, line in enumerate(text_of(path).split("\n"), 1):
            m = re.match(r"[A-Za-z_].*?\b(\w+)\([^;]*$", line)
            if m and not line.startswith(("#", "typedef", "struct", "enum", "union")):
                start, name = n, m.group(1)
            elif line.startswith("}") and start:
                if n - start > MOST_FUNCTION_LINES:
                    warnings.append(f"warning: {path}:{start}: {name} has {n - start} lines")
                start = None


def main():
    passed = 0
    for check in rules.values():
        before = len(findings)
        check()
        passed += len(findings) == before
    print(*warnings, *findings, sep="\n", end="\n" if warnings or findings else "")
    print(f"{passed} passed, {len(findings)} failed")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())

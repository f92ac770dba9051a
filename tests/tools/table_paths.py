#!/usr/bin/env python3
"""The library tables against the runtime: every Rust path in src/stdlib/*.def must exist with the type its column says.

Writes one Rust file that names each path at its type and lets rustc check it against the built runtime.  A row without
a path means the module's default: `py::modules::M::f` for a function, `py::modules::M::value::C` for the rest; a name
that is a Rust keyword has a trailing underscore.
The last line is `N passed, N failed`, counted in rows.
"""
import glob
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ROW = re.compile(r'^PT_STD\((\w+), (\w+), (-?\d+), (-?\d+), "([^"]*)", (-?\d+), "([^"]*)"', re.M)
# Lowered by the compiler itself, so that no path is needed.
LOWERED = {("builtins", "globals"), ("builtins", "locals")}


KEYWORDS = set("""abstract as async await become box break const continue crate do dyn else enum extern false final fn for
    if impl in let loop macro match mod move mut override priv pub ref return self Self static struct super trait true try
    type typeof unsafe unsized use virtual where while yield""".split())


def rust_name(name):
    return name + "_" * (name in KEYWORDS)


def tables():
    """(module, rows) of each supported module."""
    with open(os.path.join(ROOT, "src/stdlib/module.def"), encoding="utf-8") as f:
        names = re.findall(r'^PT_STDMOD\((\w+), "([^"]+)", SUPPORTED\)', f.read(), re.M)
    for ident, _ in names:
        with open(os.path.join(ROOT, f"src/stdlib/{ident}.def"), encoding="utf-8") as f:
            yield ident, ROW.findall(f.read())


def expectations(module, row):
    """Pairs of path and Rust type for one row."""
    name, kind, _, _, direct, arity, native = row
    if direct:
        parameters = "&[py::Value]" if arity == "-1" else ", ".join(["&py::Value"] * int(arity))
        yield direct, f"fn({parameters}) -> py::R<py::Value>"
    if not native and module != "builtins":
        native = f"py::modules::{rust_name(module)}::" + ("" if kind == "FUNC" else "value::") + rust_name(name)
    if native:
        yield native, "fn(py::Args) -> py::R<py::Value>" if kind == "FUNC" else "fn() -> py::Value"


def runtime():
    found = sorted(glob.glob(os.path.join(ROOT, "build/runtime/x86_64-*/*/libpy.rlib")) +
                   glob.glob(os.path.join(ROOT, "build/runtime/aarch64-*/*/libpy.rlib")))
    if not found:
        sys.exit("the runtime is not built: run `make`")
    return max(found, key=os.path.getmtime)


def rustc():
    try:
        with open(os.path.join(ROOT, "third_party/toolchain"), encoding="utf-8") as f:
            settings = dict(line.strip().split("=", 1) for line in f if "=" in line)
        return [settings["rustc"], "--sysroot", settings["sysroot"]]
    except (FileNotFoundError, KeyError):
        return ["rustc"]


def main():
    lines, owners, rows = ["#![allow(unused)]", "fn main() {"], {}, 0
    for module, table in tables():
        for row in table:
            rows += 1
            found = list(expectations(module, row))
            if not found and (module, row[0]) not in LOWERED:
                print(f"failed: {module}.{row[0]}: no path at all")
                owners[-len(owners) - 1] = f"{module}.{row[0]}"
            for path, kind in found:
                lines.append(f"    let _: {kind} = {path};")
                owners[len(lines)] = f"{module}.{row[0]}"
    missing = {owner for at, owner in owners.items() if at < 0}
    library = runtime()
    with tempfile.TemporaryDirectory(prefix="paths-") as box:
        source = os.path.join(box, "paths.rs")
        with open(source, "w", encoding="utf-8") as f:
            f.write("\n".join(lines + ["}", ""]))
        done = subprocess.run(
            [*rustc(), "--edition", "2021", "--emit=metadata", "--error-format=short", "-Cpanic=abort", "--out-dir", box,
             "--extern", f"py={library}", "-L", f"dependency={os.path.dirname(library)}/deps", source],
            capture_output=True, text=True)
    for line in done.stderr.splitlines():
        m = re.match(r".*paths\.rs:(\d+):\d+: error(.*)", line)
        if m:
            owner = owners.get(int(m.group(1)), "?")
            missing.add(owner)
            print(f"failed: {owner}: {lines[int(m.group(1)) - 1].strip()} {m.group(2).strip()}")
    if done.returncode and not missing:
        print(done.stderr)
        missing.add("rustc")
    print(f"{rows - len(missing)} passed, {len(missing)} failed")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

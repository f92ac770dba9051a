#!/usr/bin/env python3
"""Differential tests: every program below tests/run, as CPython 3.11 runs it and as Portalis runs it.

A program has no stored expectation.  CPython's stdout (byte for byte), exit status and, when that is
not 0, last line of stderr are what the WASM build and the native build must produce.  Beside NAME.py may stand

    NAME.in     fed to stdin (else stdin is empty)        NAME.args   one argument a line
    NAME.d/     files placed beside the script: modules to import, data to read (the folder is granted)

A first line `# refused: PT0123` says that this stage declines the program by design: then exactly that
code on stderr, nothing on stdout and a status other than 0 are expected, and CPython is not asked.

The last line printed is `N passed, N failed`; the exit status is 0 only if nothing failed.
"""
import argparse
import concurrent.futures
import difflib
import fnmatch
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAMS = os.path.join(ROOT, "tests", "run")
CACHE = os.path.join(ROOT, "build", "tests", "cpython")
REFUSED = re.compile(rb"#\s*refused:\s*(PT\d{4})")


class Program:
    """One program of tests/run with the files that belong to it."""

    def __init__(self, path):
        self.path = path
        self.stem = path[:-3]
        self.name = os.path.relpath(self.stem, PROGRAMS)
        with open(path, "rb") as f:
            self.source = f.read()
        refused = REFUSED.match(self.source)
        self.refused = refused.group(1).decode() if refused else None
        self.stdin = read(self.stem + ".in")
        self.args = read(self.stem + ".args").decode("utf-8").splitlines()
        self.extra = self.stem + ".d"

    def digest(self):
        """Names everything that can change what CPython prints."""
        h = hashlib.sha256(sys.version.encode())
        for part in [os.path.basename(self.path).encode(), self.source, self.stdin, *map(str.encode, self.args)]:
            h.update(b"%d:" % len(part) + part)
        for folder, subfolders, files in os.walk(self.extra):
            subfolders.sort()
            for name in sorted(f for f in files if not f.endswith(".pyc")):
                path = os.path.join(folder, name)
                h.update(os.path.relpath(path, self.extra).encode() + b"\0" + read(path) + b"\0")
        return h.hexdigest()

    def lay_out(self, box):
        """Copies the program and its files into the empty folder box."""
        if os.path.isdir(self.extra):
            shutil.copytree(self.extra, box, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(self.path, box)
        return os.path.basename(self.path)


def read(path):
    try:
        with open(path, "rb") as f:
            return f.read()
    except FileNotFoundError:
        return b""


def execute(command, box, stdin, limit):
    """(status or None at the time limit, stdout, stderr) of one command run in box."""
    env = dict(os.environ, PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1", PYTHONUTF8="1", LC_ALL="C.UTF-8", NO_COLOR="1")
    p = subprocess.Popen(command, cwd=box, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE, start_new_session=True)
    try:
        out, err = p.communicate(stdin, limit)
        status = p.returncode
    except subprocess.TimeoutExpired:
        status = None
        out = err = b""
    try:
        os.killpg(p.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    if status is None:
        p.communicate()
    elif status < 0:
        status = 128 - status  # ended by a signal: what a shell calls 128 + N
    return status, out, err


def last_line(err):
    lines = [line for line in err.split(b"\n") if line.strip()]
    return lines[-1].strip().decode("utf-8", "backslashreplace") if lines else ""


def oracle(program, limit):
    """[status, stdout, last stderr line] as CPython has it, kept by digest of everything that goes in."""
    kept = os.path.join(CACHE, program.digest() + ".json")
    try:
        with open(kept, encoding="utf-8") as f:
            status, out, line = json.load(f)
        return status, out.encode("latin-1"), line
    except (FileNotFoundError, ValueError):
        pass
    with tempfile.TemporaryDirectory(prefix="cpython-") as box:
        command = [sys.executable, program.lay_out(box), *program.args]
        status, out, err = execute(command, box, program.stdin, limit)
    if status is None:
        raise RuntimeError("CPython did not end within the limit")
    line = last_line(err) if status else ""
    os.makedirs(CACHE, exist_ok=True)
    fresh = f"{kept}.{os.getpid()}"
    with open(fresh, "w", encoding="utf-8") as f:
        json.dump([status, out.decode("latin-1"), line], f)
    os.replace(fresh, kept)
    return status, out, line


def difference(want, got, whole):
    """What differs between two outputs: the first line, or all of it as a diff."""
    a = want.decode("utf-8", "backslashreplace").split("\n")
    b = got.decode("utf-8", "backslashreplace").split("\n")
    if whole:
        return "\n".join(difflib.unified_diff(a, b, "cpython", "portalis", lineterm="", n=2))
    for i, (x, y) in enumerate(zip(a + [None] * len(b), b + [None] * len(a)), 1):
        if x != y:
            show = ["(end)" if v is None else repr(v[:100]) for v in (x, y)]
            return f"line {i}: expected {show[0]}, got {show[1]}"
    return ""


def check(program, mode, options):
    """('ok' or the kind of failure, explanation, seconds) for one program in one mode."""
    start = time.perf_counter()
    kind, note = verdict(program, mode, options)
    return kind, note, time.perf_counter() - start


def verdict(program, mode, options):
    with tempfile.TemporaryDirectory(prefix="portalis-") as box:
        script = program.lay_out(box)
        command = [options.portalis, "run", *options.flags, *mode.split()]
        if os.path.isdir(program.extra) and "--native" not in mode:
            command += ["--dir", "."]
        command += [script, *program.args]
        status, out, err = execute(command, box, program.stdin, options.timeout)
    if status is None:
        return "timeout", f"no end within {options.timeout:g} s"
    said = err.decode("utf-8", "backslashreplace").strip()
    if program.refused:
        if status != 0 and program.refused in said and not out:
            return "ok", ""
        return "not refused", f"expected refusal {program.refused}, got status {status}: {said[:300]}"
    want_status, want_out, want_line = oracle(program, options.timeout)
    told = "\n".join(said.splitlines()[-25:] if options.v else said.splitlines()[-1:])
    if status != want_status:
        kind = "wrong" if status == 0 else "failed"
        note = f"status {status}, expected {want_status}"
        if want_status:
            note += f" ({want_line})"
        note += f": {told}"
        if options.v and out != want_out:
            note += "\n" + difference(want_out, out, True)
        return kind, note
    if out != want_out:
        return "wrong", difference(want_out, out, options.v)
    if status and last_line(err) != want_line:
        return "stderr", f"last line: expected {want_line!r}, got {last_line(err)!r}"
    return "ok", ""


def find(patterns):
    """Programs below tests/run whose topic/name fits one of the patterns, in order of name."""
    found = []
    for folder, subfolders, files in os.walk(PROGRAMS):
        subfolders[:] = sorted(s for s in subfolders if not s.endswith(".d") and s != "__pycache__")
        for name in sorted(files):
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                key = os.path.relpath(path, PROGRAMS)[:-3]
                if not patterns or any(fnmatch.fnmatch(key, p) or fnmatch.fnmatch(key, f"*/{p}") for p in patterns):
                    found.append(Program(path))
    return found


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--only", action="append", default=[], metavar="GLOB",
                   help="only programs whose topic/name (or name) fits; may be repeated")
    p.add_argument("--wasm", action="store_true", help="the WASM build (default: both builds)")
    p.add_argument("--native", action="store_true", help="the native build")
    p.add_argument("--chaos", type=int, default=0, metavar="N",
                   help="also N builds in which randomly chosen parts are demoted to dynamic code (seeds 1 to N)")
    p.add_argument("-O", dest="level", default="0", metavar="LEVEL", help="optimisation of the emitted code (0)")
    p.add_argument("-j", type=int, default=2, metavar="N", help="programs at once (2)")
    p.add_argument("--timeout", type=float, default=60, metavar="S", help="seconds for one run (60)")
    p.add_argument("--oracle", action="store_true", help="run CPython alone: fill its cache and show what it says")
    p.add_argument("--tsv", metavar="FILE", help="also write name, mode, verdict, seconds, note to FILE")
    p.add_argument("--portalis", default=os.path.join(ROOT, "build", "portalis"), metavar="PATH", help="the compiler")
    p.add_argument("--flag", action="append", default=[], help="a further option for `portalis run`; may be repeated")
    p.add_argument("-v", action="store_true", help="whole differences, more of stderr, and a line for each pass")
    return p.parse_args()


def show_oracle(programs, options):
    """Runs CPython on everything; lists what ends with a status other than 0 or prints nothing."""
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        asked = [p for p in programs if not p.refused]
        for program, (status, out, line) in zip(asked, pool.map(lambda p: oracle(p, options.timeout), asked)):
            if status or not out or options.v:
                print(f"{program.name}: status {status}, {len(out)} bytes, {line}")
            if options.v:
                print(out.decode("utf-8", "backslashreplace"))
    print(f"{len(asked)} passed, 0 failed")


def main():
    options = arguments()
    programs = find(options.only)
    if not programs:
        sys.exit("no program fits")
    if options.oracle:
        return show_oracle(programs, options)
    if not os.path.exists(options.portalis):
        sys.exit(f"{options.portalis} is missing: build it first with `make`")
    options.portalis = os.path.abspath(options.portalis)
    options.flags = [f"-O{options.level}", *options.flag]
    modes = [m for m, wanted in (("", options.wasm), ("--native", options.native)) if wanted] or ["", "--native"]
    modes += [f"{modes[-1]} --demote={seed}" for seed in range(1, options.chaos + 1)]
    work = [(p, m) for m in modes for p in programs]
    kinds = {}
    table = open(options.tsv, "w", encoding="utf-8") if options.tsv else None
    with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        for (program, mode), (kind, note, seconds) in zip(work, pool.map(lambda w: check(*w, options), work)):
            kinds[kind] = kinds.get(kind, 0) + 1
            label = f"{program.name} [{mode.replace('--', '').strip() or 'wasm'}]"
            if kind != "ok":
                print(f"{kind:<12}{label}: {note}", flush=True)
            elif options.v:
                print(f"{'ok':<12}{label} {seconds:.2f} s", flush=True)
            if table:
                flat = " ".join(note.split())[:300]
                table.write(f"{program.name}\t{mode.strip() or '--wasm'}\t{kind}\t{seconds:.2f}\t{flat}\n")
    failed = sum(kinds.values()) - kinds.get("ok", 0)
    if failed:
        print(", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items()) if kind != "ok"))
    print(f"{kinds.get('ok', 0)} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

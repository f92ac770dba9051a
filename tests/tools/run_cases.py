#!/usr/bin/env python3
"""Case tests: tests/cases/STAGE/NAME.py with what the compiler says of it in a trailing comment block.

The folder chooses what is asked: `errors` asks `portalis check` for its messages, every other folder is a stage
(tokens, ast, hir, facts, modes, rir, rust) and asks `portalis --dump=STAGE`.  The block begins with a line
`# expect:` and is not part of the program.  A case below `errors` whose message CPython 3.11 has, too, must
also end `portalis run` with CPython's last line; a first line `# differs: REASON` says why one does not.

`--bless` (make bless F=name) rewrites the blocks in place: look at `git diff` afterwards.
"""
import argparse
import concurrent.futures
import difflib
import fnmatch
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CASES = os.path.join(ROOT, "tests", "cases")
PORTALIS = os.path.join(ROOT, "build", "portalis")
MARK = b"# expect:\n"


def split(data):
    """The program and the lines expected."""
    at = data.rfind(MARK)
    if at < 0:
        return data, None
    block = data[at + len(MARK):].decode("utf-8").splitlines()
    return data[:at], "".join((line[2:] if line.startswith("# ") else line[1:]) + "\n" for line in block)


def call(*command, cwd):
    env = dict(os.environ, NO_COLOR="1")
    done = subprocess.run(command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    return done.returncode, done.stdout.decode("utf-8", "backslashreplace"), done.stderr.decode("utf-8", "backslashreplace")


def last_line(text):
    return (text.strip().splitlines() or [""])[-1]


def check(path, bless):
    """None, or what is wrong."""
    stage = os.path.relpath(path, CASES).split(os.sep)[0]
    with open(path, "rb") as f:
        source, expected = split(f.read())
    name = os.path.basename(path)
    with tempfile.TemporaryDirectory(prefix="portalis-") as box:
        with open(os.path.join(box, name), "wb") as f:
            f.write(source)
        if stage == "errors":
            status, out, err = call(PORTALIS, "check", name, cwd=box)
            actual = err
            if status not in (0, 1):
                return f"status {status}\n{err}"
            if status == 1 and not source.startswith(b"# differs:"):
                ours = last_line(call(PORTALIS, "run", name, cwd=box)[2])
                theirs = last_line(call("python3", name, cwd=box)[2])
                if "Error: " in ours and ours != theirs:
                    return f"CPython ends with {theirs!r}, Portalis with {ours!r}"
        else:
            status, out, err = call(PORTALIS, f"--dump={stage}", "--check-stages", name, cwd=box)
            actual = out + err
    if actual == expected:
        return None
    if bless:
        with open(path, "wb") as f:
            f.write(source + (b"" if source.endswith(b"\n") or not source else b"\n") + MARK)
            f.write("".join(f"# {line}".rstrip() + "\n" for line in actual.splitlines()).encode("utf-8"))
        print(f"blessed: {os.path.relpath(path, ROOT)}")
        return None
    diff = difflib.unified_diff((expected or "").splitlines(), actual.splitlines(), "expected", "portalis", lineterm="", n=1)
    return "\n".join(list(diff)[:30])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("pattern", nargs="?", default="*", help="only cases whose STAGE/NAME (or NAME) fits")
    p.add_argument("--bless", action="store_true")
    options = p.parse_args()
    paths = []
    for folder, _, files in os.walk(CASES):
        for name in files:
            key = os.path.relpath(os.path.join(folder, name), CASES)[:-3]
            if name.endswith(".py") and any(fnmatch.fnmatch(key, q) for q in (options.pattern, f"*/{options.pattern}")):
                paths.append(os.path.join(folder, name))
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for path, fault in zip(sorted(paths), pool.map(lambda path: check(path, options.bless), sorted(paths))):
            if fault is not None:
                failed += 1
                print(f"failed: {os.path.relpath(path, ROOT)}\n{fault}")
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

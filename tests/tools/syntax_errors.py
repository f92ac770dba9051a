#!/usr/bin/env python3
"""Every file of tests/syntax_errors is rejected by CPython; Portalis must say the same at the same place.

Compared are the message, the line and the column of the first error that `portalis check` reports.
The last line is `N passed, N failed`.
"""
import fnmatch
import json
import os
import re
import subprocess
import sys
import warnings

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "tests", "syntax_errors")
FIRST = re.compile(r"error\[PT\d{4}\]: (.*)\n *--> [^\n]*?:(\d+):(\d+)\n")


def cpython(path):
    with open(path, "rb") as f:
        source = f.read()
    try:
        compile(source, path, "exec")
    except SyntaxError as e:
        return e.msg, e.lineno, e.offset
    return None


def portalis(path):
    done = subprocess.run([os.path.join(ROOT, "build", "portalis"), "check", path], capture_output=True, text=True,
                          timeout=60, env=dict(os.environ, NO_COLOR="1"))
    m = FIRST.search(done.stderr)
    if done.returncode and m:
        return m.group(1), int(m.group(2)), int(m.group(3))
    return f"status {done.returncode}: {done.stderr.strip()[:200]}"


def main():
    warnings.simplefilter("ignore")
    pattern = sys.argv[1] if len(sys.argv) > 1 else "*"
    passed = failed = 0
    for name in sorted(os.listdir(FOLDER)):
        if not name.endswith(".py") or not fnmatch.fnmatch(name[:-3], pattern):
            continue
        want, got = cpython(os.path.join(FOLDER, name)), portalis(os.path.join(FOLDER, name))
        if want == got:
            passed += 1
        else:
            failed += 1
            print(f"failed: {name}: expected {json.dumps(want)}, got {json.dumps(got)}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""ast_equality.py [PATH...]: compares Portalis's syntax trees with CPython's, positions included.

Without paths, every file of the installed standard library and of every installed package is compared. Files that
CPython refuses must be refused, too; files in encodings that Portalis does not read are counted apart. The last
line is `N passed, N failed`."""
import ast
import gc
import os
import subprocess
import sys
import warnings

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BATCH = 40


def python_files(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
            continue
        for folder, folders, names in sorted(os.walk(path)):
            folders[:] = sorted(f for f in folders if f != "__pycache__")
            for name in sorted(names):
                if name.endswith(".py"):
                    yield os.path.join(folder, name)


def expected(path):
    """CPython's dump; None where it refuses the file."""
    with open(path, "rb") as file:
        source = file.read()
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return None
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(100000)
    try:
        return ast.dump(tree, include_attributes=True).encode("utf-8", "surrogatepass")
    finally:
        sys.setrecursionlimit(limit)


def dumps(dumper, paths):
    """The dumper's answer for each path."""
    out = subprocess.run([dumper, *paths], stdout=subprocess.PIPE, check=True).stdout
    at = 0
    for _ in paths:
        end = out.index(b"\n", at)
        length = int(out[at:end].split(b" ", 1)[0])
        yield out[end + 1:end + 1 + length]
        at = end + 1 + length + 1


def first_difference(a, b):
    i = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    return f"    CPython:  ...{a[max(0, i - 120):i + 80]!r}\n    Portalis: ...{b[max(0, i - 120):i + 80]!r}"


def main():
    warnings.simplefilter("ignore")
    gc.disable()
    paths = sys.argv[1:]
    dumper = os.path.join(ROOT, "build", "tools", "dump_trees")
    subprocess.run(["make", "--no-print-directory", "-s", "-C", ROOT, "build/tools/dump_trees"], check=True)
    files = list(python_files(paths or [os.path.dirname(ast.__file__)]))
    good = bad = refused = encoded = 0
    for i in range(0, len(files), BATCH):
        batch = files[i:i + BATCH]
        for path, got in zip(batch, dumps(dumper, batch)):
            want = expected(path)
            if want is None:
                refused += 1
                if got.startswith(b"Module("):
                    print(f"{path}: CPython refuses it")
                    bad += 1
            elif b"SyntaxError: encoding problem:" in got:
                encoded += 1
            elif got != want:
                print(f"{path}: differs\n{first_difference(want, got)}")
                bad += 1
            else:
                good += 1
    print(f"{good} trees equal, {refused} files refused by CPython, {encoded} in other encodings")
    print(f"{len(files) - bad} passed, {bad} failed")
    return bad != 0


if __name__ == "__main__":
    sys.exit(main())

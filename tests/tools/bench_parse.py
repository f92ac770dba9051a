"""bench_parse.py: lexing and parsing of the standard library in MB/s, beside CPython's ast.parse on the same files.

CPU time of one core; Portalis on every file with the best of five rounds, ast.parse (collector off) once over every
tenth file."""
import ast
import gc
import os
import subprocess
import sys
import time
import warnings

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def sources(folder):
    for path, folders, names in sorted(os.walk(folder)):
        folders[:] = sorted(f for f in folders if f not in ("__pycache__", "site-packages"))
        for name in sorted(names):
            if name.endswith(".py"):
                with open(os.path.join(path, name), "rb") as file:
                    yield file.read()


def main():
    warnings.simplefilter("ignore")
    library = os.path.dirname(ast.__file__)
    subprocess.run(["make", "--no-print-directory", "-s", "-C", ROOT, "build/bench/parse"], check=True)
    subprocess.run([os.path.join(ROOT, "build", "bench", "parse"), library], check=True)
    gc.disable()
    size = seconds = 0
    for source in list(sources(library))[::10]:
        start = time.process_time()
        try:
            ast.parse(source)
        except (SyntaxError, ValueError):
            continue
        seconds += time.process_time() - start
        size += len(source)
    print(f"ast.parse              {size / seconds / 1e6:8.1f} MB/s  (Python {sys.version.split()[0]}, {size / 1e6:.2f} MB)")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Does rustc accept everything that is emitted?  Takes programs, changes lines of them (deletes, repeats, swaps, joins two
programs), translates what is still Python, and type-checks the Rust without building it.  A rejection is printed with
the program that caused it, kept in build/fuzz/, and makes the exit status 1.

    fuzz_emitted.py [--seconds N] [--seed N] [--plain] FILE...      --plain: the files as they are, once
"""
import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PORTALIS = os.path.join(ROOT, "build", "portalis")


def toolchain():
    with open(os.path.join(ROOT, "third_party", "toolchain")) as f:
        return dict(line.rstrip("\n").split("=", 1) for line in f)


def runtime(host):
    base = os.path.join(ROOT, "build", "runtime", host)
    return next(p for p in (os.path.join(base, "dev"), os.path.join(base, "release")) if os.path.isdir(p))


def change(rng, lines, others):
    lines = list(lines)
    for _ in range(rng.randint(1, 4)):
        if not lines:
            break
        i, j = rng.randrange(len(lines)), rng.randrange(len(lines))
        what = rng.randrange(5)
        if what == 0:
            del lines[i]
        elif what == 1:
            lines.insert(j, lines[i])
        elif what == 2:
            lines[i], lines[j] = lines[j], lines[i]
        elif what == 3:
            pad = lines[i][:len(lines[i]) - len(lines[i].lstrip())]
            lines.insert(i, pad + rng.choice(rng.choice(others)).lstrip())
        else:
            del lines[min(i, j):min(i, j) + 3]
    return lines


def rejection(tools, folder, program, box):
    """What rustc says against the translation of `program`, "" when nothing; None when it is not translated."""
    crate = os.path.join(box, "crate")
    done = subprocess.run([PORTALIS, "--dump=rust", "--check-stages", program], capture_output=True, timeout=60)
    if done.returncode != 0:
        return done.stderr.decode() if done.returncode != 1 else None
    parts = re.split(r"^// ---- (\S+)\n", done.stdout.decode("utf-8"), flags=re.M)
    files = dict(zip(parts[1::2], parts[2::2])) or {"src/main.rs": parts[0]}
    for path, text in files.items():
        path = os.path.join(crate, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
    command = [tools["rustc"], "--sysroot", tools["sysroot"], "--edition=2021", "--crate-name", "program", "--emit=metadata",
               "-Cpanic=abort", "-Awarnings", "--extern", f"py={folder}/libpy.rlib", "-L", f"dependency={folder}/deps",
               "-o", os.path.join(box, "out"), os.path.join(crate, "src", "main.rs")]
    done = subprocess.run(command, capture_output=True, timeout=300)
    return "" if done.returncode == 0 else done.stderr.decode()


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--seconds", type=float, default=60)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--plain", action="store_true")
    p.add_argument("files", nargs="+")
    options = p.parse_args()
    tools = toolchain()
    host = subprocess.run([tools["rustc"], "-vV"], capture_output=True, text=True).stdout.split("host: ")[1].split()[0]
    folder = runtime(host)
    rng = random.Random(options.seed)
    texts = []
    for path in options.files:
        with open(path, encoding="utf-8", errors="surrogateescape") as f:
            texts.append(f.read().split("\n"))
    keep = os.path.join(ROOT, "build", "fuzz")
    os.makedirs(keep, exist_ok=True)
    end = time.monotonic() + options.seconds
    tried = translated = rejected = 0
    while tried < len(texts) if options.plain else time.monotonic() < end:
        lines = texts[tried] if options.plain else change(rng, rng.choice(texts), texts)
        with tempfile.TemporaryDirectory(prefix="portalis-") as box:
            program = os.path.join(box, "program.py")
            with open(program, "w", encoding="utf-8", errors="surrogateescape") as f:
                f.write("\n".join(lines))
            said = rejection(tools, folder, program, box)
            translated += said is not None
            if said:
                rejected += 1
                saved = os.path.join(keep, f"rejected-{options.seed}-{tried}.py")
                with open(saved, "w", encoding="utf-8", errors="surrogateescape") as f:
                    f.write("\n".join(lines))
                label = options.files[tried] if options.plain else saved
                error = next((s for s in said.split("\n") if s.startswith("error")), said[:200])
                print(f"{label}: {error}", flush=True)
        tried += 1
    print(f"{tried} programs, {translated} translated, {rejected} rejected")
    return 1 if rejected else 0


if __name__ == "__main__":
    sys.exit(main())

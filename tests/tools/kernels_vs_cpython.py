#!/usr/bin/env python3
"""Compares the runtime's kernels (numbers, text, formatting) with CPython's own answers, case by case.

Builds runtime/examples/kernels, asks it questions that lean towards boundaries, and prints what differs.
Usage: PYTHONHASHSEED=0 python3 tests/tools/kernels_vs_cpython.py [--cases N] [--only PREFIX] [--seed N] [--binary PATH]
A test is an operation; the default asks 400 questions about each, --cases 3000 more than a million in all.
"""
import argparse
import os
import random
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import kernel_cases_number  # noqa: E402
import kernel_cases_text  # noqa: E402
import kernel_cases_format  # noqa: E402
import kernel_wire as wire  # noqa: E402


def toolchain():
    """What set-up found: rustc, cargo, sysroot; empty before set-up has run."""
    try:
        with open(os.path.join(ROOT, "third_party", "toolchain"), encoding="utf-8") as f:
            return dict(line.rstrip("\n").split("=", 1) for line in f if "=" in line)
    except FileNotFoundError:
        return {}


def build():
    """The example's path, built with optimisation so that a million cases take seconds."""
    conf = toolchain()
    target = os.path.join(ROOT, "build", "runtime", "cargo")
    command = [conf.get("cargo", "cargo"), "build", "--release", "-q", "-j2", "--example", "kernels", "--offline",
               "--manifest-path", os.path.join(ROOT, "runtime", "Cargo.toml"), "--target-dir", target]
    env = dict(os.environ)
    if "rustc" in conf:
        env["RUSTC"] = conf["rustc"]
        env["RUSTFLAGS"] = "--sysroot " + conf["sysroot"]
    vendor = os.path.join(ROOT, "third_party", "vendor")
    if os.path.isdir(vendor):
        command += ["--config", 'source.crates-io.replace-with="vendored"',
                    "--config", f'source.vendored.directory="{vendor}"']
    subprocess.run(command, env=env, check=True)
    return os.path.join(target, "release", "examples", "kernels")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=400)
    parser.add_argument("--only", default="")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--binary", default="")
    parser.add_argument("--show", type=int, default=4, help="differences shown for each operation")
    options = parser.parse_args()
    if sys.version_info[:2] != (3, 11):
        print("kernels_vs_cpython: needs CPython 3.11\n0 passed, 1 failed")
        return 1
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.environ["PYTHONHASHSEED"] = "0"
        os.execv(sys.executable, [sys.executable] + sys.argv)
    binary = options.binary or build()
    total = passed = failed = 0
    for module in (kernel_cases_number, kernel_cases_text, kernel_cases_format):
        for name, make, reference, *weight in module.OPERATIONS:
            if not name.startswith(options.only):
                continue
            rng = random.Random(f"{options.seed}:{name}")
            cases = [make(rng) for _ in range(max(1, int(options.cases * (weight[0] if weight else 1))))]
            text = "".join(f"{name} {' '.join(map(wire.pack_argument, args))}\n" for args in cases)
            run = subprocess.run([binary], input=text, capture_output=True, text=True)
            replies = run.stdout.split("\n")[:-1]
            bad = 0
            for args, got in zip(cases, replies):
                want = wire.answer(reference, args)
                if want != got and not (name.startswith("near_") and wire.near(want, got)):
                    bad += 1
                    if bad <= options.show:
                        print(f"{name}{args!r}: {wire.readable(got)}, CPython {wire.readable(want)}")
            if len(replies) != len(cases):
                bad += 1
                print(f"{name}: stopped at {cases[len(replies)]!r}: {run.stderr.strip()[:300]}")
            if bad:
                print(f"{name}: {bad} of {len(cases)} differ")
            total += len(cases)
            passed += not bad
            failed += bool(bad)
    print(f"{total} cases of {passed + failed} operations")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

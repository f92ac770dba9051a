#!/bin/sh
# make bench B=start|rustc|parse|hello: measurements in one run each; figures are printed, never judged.
set -eu
cd "$(dirname "$0")/.."
portalis=$(pwd)/build/portalis
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
XDG_CACHE_HOME=$box/cache
export XDG_CACHE_HOME

ms() { # COMMAND…: its wall time in ms
    start=$(date +%s%N)
    "$@" >/dev/null
    echo "$((($(date +%s%N) - start) / 1000000))"
}

best() { # N COMMAND…: the best of N
    n=$1
    shift
    least=
    while [ "$n" -gt 0 ]; do
        t=$(ms "$@")
        if [ -z "$least" ] || [ "$t" -lt "$least" ]; then least=$t; fi
        n=$((n - 1))
    done
    echo "$least"
}

bench_start() {
    echo 'print(1 + 2)' >"$box/hello.py"
    echo "hello: cold $(ms "$portalis" run "$box/hello.py") ms, from cache $(best 9 "$portalis" run "$box/hello.py") ms"
    echo "zones (280 lines): cold $(ms "$portalis" run --dir=examples/data examples/zones.py examples/data) ms," \
        "from cache $(best 5 "$portalis" run --dir=examples/data examples/zones.py examples/data) ms," \
        "CPython $(best 5 python3 examples/zones.py examples/data) ms"
}

bench_hello() {
    for program in 'print(1)' 'print(1.5)' 'print([1])' 'print({1: 2})' 'class C: pass
print(C)' 'try: int("x")
except ValueError as e: print(e)' 'import re
print(re.sub("a", "b", "aa"))'; do
        echo "$program" >"$box/size.py"
        "$portalis" build -o "$box/size.wasm" "$box/size.py"
        echo "$(wc -c <"$box/size.wasm") bytes: $(echo "$program" | tail -1)"
    done
}

bench_rustc() {
    python3 - "$box" <<'END'
import sys
box = sys.argv[1]
for n in (1000, 2000, 4000):
    with open(f"{box}/module{n}.py", "w") as f:
        f.write("x = 0\n" + "".join(f"x = x + {i} * len(str(x))\n" for i in range(n)) + "print(x)\n")
for n in (2000, 4000, 8000):
    with open(f"{box}/literal{n}.py", "w") as f:
        f.write("xs = [" + ", ".join(str(i * i) for i in range(n)) + "]\nprint(sum(xs))\n")
END
    for name in module1000 module2000 module4000 literal2000 literal4000 literal8000; do
        "$portalis" --dump=rust "$box/$name.py" >/dev/null
        python3 - "$portalis" "$box/$name.py" <<'END'
import resource, subprocess, sys, time
start = time.time()
subprocess.run([sys.argv[1], "build", "-O2", "-o", "/dev/null", sys.argv[2]], check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
name = sys.argv[2].rsplit("/", 1)[-1]
print(f"{name}: {time.time() - start:.2f} s, {used.ru_utime + used.ru_stime:.2f} s CPU, {used.ru_maxrss // 1024} MiB")
END
    done
}

case ${1:-} in
start) bench_start ;;
hello) bench_hello ;;
rustc) bench_rustc ;;
parse) exec python3 tests/tools/bench_parse.py ;;
*)
    echo "bench: B is start, hello, rustc or parse" >&2
    exit 2
    ;;
esac

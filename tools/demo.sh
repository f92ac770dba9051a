#!/bin/sh
# What `make run` shows: a real program translated, its Rust, its size, its run in the sandbox beside CPython's.
set -eu
cd "$(dirname "$0")/.."
program=examples/zones.py
data=examples/data
out=build/demo
portalis=build/portalis
mkdir -p "$out"

echo "== $program ($(wc -l <"$program") lines of Python) to Rust"
$portalis translate -o "$out/zones-rs" "$program"
main=$out/zones-rs/src/main.rs
echo "$main, $(wc -l <"$main") lines, begins:"
sed -n '1,24s/^/    /p' "$main"

echo
echo "== to WebAssembly"
$portalis build -o "$out/zones.wasm" "$program"
echo "$out/zones.wasm: $(wc -c <"$out/zones.wasm") bytes"

echo
echo "== in the sandbox, with $data granted read-only"
start=$(date +%s%N)
$portalis run --dir="$data:ro" "$program" "$data" >"$out/portalis.txt"
cold=$((($(date +%s%N) - start) / 1000000))
start=$(date +%s%N)
$portalis run --dir="$data:ro" "$program" "$data" >"$out/portalis.txt"
warm=$((($(date +%s%N) - start) / 1000000))
cat "$out/portalis.txt"

echo
if command -v python3 >/dev/null; then
    start=$(date +%s%N)
    python3 "$program" "$data" >"$out/cpython.txt"
    python=$((($(date +%s%N) - start) / 1000000))
    echo "== first run $cold ms, second run $warm ms, CPython $python ms"
    if cmp "$out/portalis.txt" "$out/cpython.txt"; then
        echo "the same output as $(python3 --version)"
    else
        echo "other output than CPython's"
        exit 1
    fi
else
    echo "== first run $cold ms, second run $warm ms; CPython is not installed, so nothing to compare with"
fi

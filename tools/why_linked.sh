#!/bin/sh
# why_linked.sh FILE.py OUT.wasm: a module with names and relocations for why_linked.py.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
conf() { sed -n "s/^$1=//p" "$top/third_party/toolchain"; }
runtime=$top/build/runtime/wasm32-wasip1/release
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
"$top/build/portalis" translate -o "$box/crate" "$1"
"$(conf rustc)" --sysroot "$(conf sysroot)" --edition=2021 --crate-name program --target wasm32-wasip1 -Copt-level=2 -Cpanic=abort \
    -Cstrip=none -Clto=off -Ccodegen-units=1 -Awarnings --extern "py=$runtime/libpy.rlib" -L "dependency=$runtime/deps" \
    -Clink-arg=--emit-relocs -o "$2" "$box/crate/src/main.rs"

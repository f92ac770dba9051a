#!/bin/sh
# Sizes of stripped WebAssembly modules, one program a feature: nothing may link that is not used. The first line of
# tests/sizes/NAME.py is `# bar: N KB` (1 KB = 1000 bytes).
set -u
cd "$(dirname "$0")/../.."
glob=${1:-*}
passed=0
failed=0
box=$(mktemp -d)
for program in tests/sizes/*.py; do
    name=$(basename "$program" .py)
    # shellcheck disable=SC2254
    case $name in $glob) ;; *) continue ;; esac
    bar=$(sed -n '1s/^# bar: \([0-9]*\) KB$/\1/p' "$program")
    if ! build/portalis build -O2 -o "$box/$name.wasm" "$program" >"$box/log" 2>&1; then
        failed=$((failed + 1))
        echo "failed: sizes/$name: $(tail -1 "$box/log")"
        continue
    fi
    size=$(wc -c <"$box/$name.wasm")
    if [ "$size" -le $((bar * 1000)) ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: sizes/$name: $size bytes, the bar is $bar KB"
    fi
done
rm -rf "$box"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

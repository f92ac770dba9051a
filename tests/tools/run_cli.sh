#!/bin/sh
# Tests of the command line: tests/cli/NAME.sh runs in an empty folder of its own, with $portalis to call and $root to
# find files; its stdout (and what it sends there) must equal NAME.out. BLESS=1 rewrites NAME.out.
set -u
cd "$(dirname "$0")/../.."
glob=${1:-*}
root=$(pwd)
portalis=$root/build/portalis
NO_COLOR=1
export root portalis NO_COLOR
passed=0
failed=0
for script in tests/cli/*.sh; do
    name=$(basename "$script" .sh)
    # shellcheck disable=SC2254
    case $name in $glob) ;; *) continue ;; esac
    box=$(mktemp -d)
    mkdir "$box/work" "$box/cache"
    (cd "$box/work" && XDG_CACHE_HOME=$box/cache timeout 300 sh "$root/$script" >"$box/out" 2>"$box/err")
    [ -n "${BLESS:-}" ] && cp "$box/out" "tests/cli/$name.out"
    if cmp -s "$box/out" "tests/cli/$name.out"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: cli/$name"
        diff "tests/cli/$name.out" "$box/out" | head -20
        tail -5 "$box/err"
    fi
    chmod -R u+rwx "$box"
    rm -rf "$box"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

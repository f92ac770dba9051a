#!/bin/sh
# Builds and runs the C unit tests whose name fits the glob; threads runs under ThreadSanitizer, too.
set -u
cd "$(dirname "$0")/../.."
glob=${1:-*}
passed=0
failed=0
make --no-print-directory -s unit || failed=1
PORTALIS_HOME=$(pwd)
export PORTALIS_HOME
for source in tests/unit/*.c; do
    name=$(basename "$source" .c)
    # shellcheck disable=SC2254
    case $name in $glob) ;; *) continue ;; esac
    program=build/unit/$name
    if [ "$name" = threads ]; then
        make --no-print-directory -s tsan-build && program=build/tsan/unit/threads
    fi
    if timeout 300 "$program" >build/unit/log 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: unit/$name"
        tail -20 build/unit/log
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

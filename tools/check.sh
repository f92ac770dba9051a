#!/bin/sh
# Runs the test families that are present and adds up their "N passed, N failed".
#   check.sh            everything
#   check.sh PATTERN    only what fits: unit/NAME, cli/NAME, cases/…, syntax_errors/NAME, run/TOPIC/NAME (globs)
set -u
cd "$(dirname "$0")/.."
pattern=${1:-}
jobs=${JOBS:-2}
passed=0
failed=0
logs=build/tests
mkdir -p "$logs"

wants() { # FAMILY: is it asked for?
    [ -z "$pattern" ] && return 0
    case ${pattern#tests/} in "$1" | "$1"/*) return 0 ;; *) return 1 ;; esac
}

count() { # LOG: adds the counts of its last line, 1 failure when there are none
    line=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$1" | tail -1)
    if [ -z "$line" ]; then
        failed=$((failed + 1))
        echo "no result"
        return
    fi
    passed=$((passed + ${line%% passed*}))
    line=${line#*, }
    failed=$((failed + ${line%% failed*}))
}

family() { # NAME COMMAND…: runs one family, shows its failures and its counts
    name=$1
    shift
    log=$logs/$(echo "$name" | tr / -).log
    start=$(date +%s)
    "$@" >"$log" 2>&1
    grep -vE '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -40
    count "$log"
    printf '%-12s %s (%s s)\n' "$name" "$(tail -1 "$log")" "$(($(date +%s) - start))"
}

sub() { # FAMILY: what stands after it in the pattern, * when nothing does
    rest=${pattern#tests/}
    rest=${rest#"$1"}
    rest=${rest#/}
    echo "${rest:-*}"
}

if wants unit; then family unit sh tests/tools/run_unit.sh "$(sub unit)"; fi
if wants cli; then family cli sh tests/tools/run_cli.sh "$(sub cli)"; fi
if [ -f tests/tools/run_cases.py ] && wants cases; then
    family cases python3 tests/tools/run_cases.py "$(sub cases)"
fi
if wants syntax_errors; then family syntax_errors python3 tests/tools/syntax_errors.py "$(sub syntax_errors)"; fi
if wants ast; then family ast python3 tests/tools/ast_equality.py; fi
if wants forms; then family forms python3 tests/tools/syntax_forms.py; fi
if wants mutations; then family mutations python3 tests/tools/syntax_mutations.py; fi
if [ -f tests/tools/tidy.py ] && wants tidy; then family tidy python3 tests/tools/tidy.py; fi
if wants tables; then family tables python3 tests/tools/table_paths.py; fi
if [ -f tests/tools/run_sizes.sh ] && wants sizes; then family sizes sh tests/tools/run_sizes.sh; fi
if wants kernels; then family kernels python3 tests/tools/kernels_vs_cpython.py; fi
if wants run; then family run python3 tests/tools/run_tests.py -j "$jobs" --only "$(sub run)"; fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

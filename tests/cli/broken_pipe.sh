# A reader that goes away ends the program quietly or with CPython's message, never with a crash; arguments and
# output keep bytes that are not UTF-8.
printf 'for i in range(200000):\n    print(i)\n' >many.py
for mode in "" --native; do
    # shellcheck disable=SC2086
    "$portalis" run -O0 $mode many.py 2>err | head -2
    grep -v BrokenPipe err
done
printf 'import sys\na = sys.argv[1]\nprint(ascii(a), len(a))\n' >bytes.py
for mode in "" --native; do
    # shellcheck disable=SC2086
    "$portalis" run -O0 $mode bytes.py "$(printf 'caf\351')" 2>&1
done

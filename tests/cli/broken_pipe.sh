# A reader that goes away does not make the program crash or hang; arguments and
# output keep bytes that are not UTF-8.
printf 'for i in range(200000):\n    print(i)\n' >many.py
for mode in "" --native; do
    # shellcheck disable=SC2086
    "$portalis" run -O0 $mode many.py 2>/dev/null | head -2
done
printf 'import sys\na = sys.argv[1]\nprint(ascii(a), len(a))\n' >bytes.py
for mode in "" --native; do
    # shellcheck disable=SC2086
    "$portalis" run -O0 $mode bytes.py "$(printf 'caf\351')" 2>&1
done

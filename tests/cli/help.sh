# Every command has a help text that names its options.
"$portalis" --help | head -3
for command in run translate build check explain doctor; do
    "$portalis" "$command" --help >text || echo "$command: status $?"
    head -1 text
    grep -o '^  -[-a-zO]*' text | tr -s '\n ' ' '
    echo
done

# Wrong usage: what is wrong, where help is, status 2.
"$portalis" --version
for arguments in "" "dance" "run" "run --fast x.py" "run -O9 x.py" "run --timeout=soon x.py" "run --max-memory=lots x.py" \
    "run --native --fuel=5 x.py" "build a.py b.py" "check --format=xml x.py" "--dump=soup x.py" "explain" "explain PT9999" \
    "doctor twice" "build -o"; do
    # shellcheck disable=SC2086
    "$portalis" $arguments >/dev/null 2>err
    echo "$? $(head -1 err)"
done

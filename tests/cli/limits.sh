# Programs that do not end by themselves are ended, each with its reason and status 124.
echo 'while True: pass' >loop.py
printf 'x = []\nwhile True:\n    x.append([0] * 1000)\n' >bomb.py
for arguments in "--timeout=0.3 loop.py" "--native --timeout=0.3 loop.py" "--fuel=10M loop.py"; do
    # shellcheck disable=SC2086
    "$portalis" run -O0 $arguments 2>err
    echo "$?"
    cat err
done
"$portalis" run --max-memory=200M bomb.py 2>err
echo "$? $(tail -2 err)"
"$portalis" run -O0 --env=NAME="$(printf '\377')" loop.py 2>err
echo "$? $(head -1 err)"

# Sources that cannot be read: status 2 as python3, a code, never a crash.
mkdir folder
for name in nowhere.py folder /proc/self/mem; do
    for command in run check translate build; do
        "$portalis" "$command" "$name" >out 2>err
        echo "$command $name: $? $(head -1 err) $(wc -c <out)"
    done
done
ls

# Sources that cannot be read: status 2 as python3, a code, never a crash.
mkdir folder
for name in nowhere.py folder /proc/self/mem; do
    for command in run check translate build; do
        "$portalis" "$command" "$name" >out 2>err
        echo "$command $name: $? $(head -1 err) $(wc -c <out)"
    done
done
ls
truncate -s 600M large.py
"$portalis" run large.py 2>&1
ln -s /proc/self/mem helper.py
echo 'import helper' >main.py
"$portalis" check main.py 2>&1

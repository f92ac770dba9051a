# A Rust compiler that is killed, or that fills the disk: the reason, status 74, no partial output.
echo 'print(1)' >x.py
printf '#!/bin/sh\n[ "$1" = --print ] && echo /tmp && exit\nkill -9 $$\n' >killed
printf '#!/bin/sh\n[ "$1" = --print ] && echo /tmp && exit\necho "error: No space left on device (os error 28)" >&2\nexit 1\n' >full
chmod +x killed full
for rustc in killed full; do
    PORTALIS_RUSTC=$PWD/$rustc "$portalis" build x.py 2>err
    echo "$rustc: $?"
    cat err
done
"$portalis" build -o /dev/full x.py 2>err
echo "/dev/full: $?"
cat err
"$portalis" build -o nowhere/x.wasm x.py 2>err
echo "nowhere: $?"
cat err
ls

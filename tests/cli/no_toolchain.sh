# Without a Rust compiler: which one was looked for, what to do, status 69, nothing left behind.
echo 'print(1)' >x.py
PORTALIS_RUSTC=$PWD/rustc "$portalis" build x.py
echo "status $?"
PORTALIS_RUSTC=$PWD/rustc "$portalis" build x.py 2>&1 | sed "s|$PWD|HERE|"
mkdir home
PORTALIS_HOME=$PWD/home "$portalis" build x.py 2>&1 | sed "s|$PWD|HERE|"
PORTALIS_HOME=$PWD/home PATH=/nowhere "$portalis" doctor | sed "s|$PWD|HERE|; /cache/d"
ls
mkdir -p bare/build bare/third_party
ln -s "$root/build/runtime" bare/build/runtime
ln -s "$root/third_party/toolchain" bare/third_party/toolchain
PORTALIS_HOME=$PWD/bare "$portalis" run x.py 2>&1 | sed "s|$PWD|HERE|"
cat >broken <<'END'
#!/bin/sh
[ "$1" = --print ] && echo /tmp && exit
echo "error[E0463]: can't find crate for std" >&2
exit 1
END
chmod +x broken
PORTALIS_RUSTC=$PWD/broken "$portalis" build x.py 2>&1
echo "status $?"

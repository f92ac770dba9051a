# A cache that cannot be used is left aside with a note; one that others could write to as well; a damaged one heals.
echo 'print("ran")' >x.py
XDG_CACHE_HOME=/proc "$portalis" run x.py 2>err
echo "status $?"
cat err
mkdir -p shared/portalis
chmod 777 shared/portalis
XDG_CACHE_HOME=$PWD/shared "$portalis" run x.py 2>err
echo "status $?"
sed "s|$PWD|HERE|" err
ls shared/portalis
"$portalis" run x.py && "$portalis" run x.py
find "$XDG_CACHE_HOME" -name '*cwasm' | while read -r file; do echo damage >"$file"; done
"$portalis" run x.py
find "$XDG_CACHE_HOME" -name '*.entry' | while read -r file; do echo damage >"$file"; done
"$portalis" run x.py
"$portalis" run --no-cache x.py
stat -c %a "$XDG_CACHE_HOME/portalis"

# A Rust compiler that rejects typed code: the program is translated into dynamic code and runs all the same.
cat >x.py <<'P'
def triple(n):
    return n * 3


print(triple(14), triple(2**70))
P
cat >picky <<'S'
#!/bin/sh
for last; do :; done
case $last in
*.rs) if grep -q "fn triple(n: Int)" "$last"; then echo "error: no ints today" >&2; exit 1; fi ;;
esac
exec rustc "$@"
S
chmod +x picky
PORTALIS_RUSTC=$PWD/picky "$portalis" build --native -o x x.py 2>err
echo "build: $?"
sed 's,kept in .*; please,kept in DIR; please,' err
./x

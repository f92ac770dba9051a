# A program sees the folders that it is granted and nothing else.
mkdir in out
echo secret >secret.txt
echo data >in/data.txt
cat >x.py <<'END'
import sys
for name in sys.argv[1:]:
    try:
        with open(name) as f:
            print(name, f.read().strip())
    except OSError as e:
        print(name, type(e).__name__)
END
cat >w.py <<'END'
for name in ["in/new.txt", "out/new.txt"]:
    try:
        with open(name, "w") as f:
            f.write("new\n")
        print(name, "written")
    except OSError as e:
        print(name, type(e).__name__)
END
"$portalis" run x.py secret.txt in/data.txt /etc/passwd
"$portalis" run --dir=in x.py secret.txt in/data.txt in/../secret.txt /etc/passwd
"$portalis" run --dir=in::other x.py other/data.txt in/data.txt
"$portalis" run --dir=in:ro --dir=out w.py
"$portalis" run --dir=nowhere x.py 2>err
echo "$?"
cat err
ls in out

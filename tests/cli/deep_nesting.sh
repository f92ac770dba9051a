# Nesting beyond what the parser, the indentation or the lowering allow is refused, never a crash.
check() { # WHAT
    "$portalis" check deep.py >/dev/null 2>err
    echo "$1: $? $(head -1 err | cut -d: -f1)"
}
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "("; print "" }' >deep.py
check "open brackets"
awk 'BEGIN { for (i = 0; i < 10000; i++) printf "-"; print "1" }' >deep.py
check "unary operators"
awk 'BEGIN { for (i = 0; i < 150; i++) { for (j = 0; j < i; j++) printf " "; print "if 1:" } }' >deep.py
check "indentation"
awk 'BEGIN { print "x = 0\nif x: pass"; for (i = 0; i < 4000; i++) print "elif x == " i ": pass" }' >deep.py
check "elif chain"
awk 'BEGIN { printf "x = 0"; for (i = 0; i < 20000; i++) printf " + %d", i; print "" }' >deep.py
check "long sum"

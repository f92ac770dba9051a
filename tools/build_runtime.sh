#!/bin/sh
# Builds the runtime crate for the compiler to link: build/runtime/TARGET/PROFILE/{libpy.rlib,deps/,stamp}.
#   usage: build_runtime.sh PROFILE TARGET...       PROFILE: release (what `make` builds) or dev (fast, for tests)
# A target whose stamp names the same sources, compiler and flags is left alone.
set -eu
cd "$(dirname "$0")/.."
unset MAKEFLAGS MFLAGS CARGO_MAKEFLAGS # cargo must not look for make's job server
profile=$1
shift
[ -f runtime/Cargo.toml ] || exit 0
conf() { sed -n "s/^$1=//p" third_party/toolchain; }
# A changed lock file needs other crates than those vendored.
if [ ! -f third_party/toolchain ] || ! cmp -s runtime/Cargo.lock third_party/vendor/.lock; then sh tools/setup.sh; fi
rustc=$(conf rustc)
cargo=$(conf cargo)
sysroot=$(conf sysroot)
host=$("$rustc" -vV | sed -n 's/^host: //p')
flags="--sysroot $sysroot"
cargo_profile=$profile
case $profile in
dev) settings="opt-level=0 debug=false incremental=true codegen-units=16" ;;
release) settings="opt-level=2 debug=false incremental=false codegen-units=1" ;;
*)
    echo "runtime: no profile '$profile'" >&2
    exit 2
    ;;
esac
digest=$({
    find runtime/src runtime/Cargo.toml runtime/Cargo.lock -type f | LC_ALL=C sort | xargs sha256sum
    echo "$(conf version) $flags $settings"
} | sha256sum | cut -d' ' -f1)

for target in "$@"; do
    [ "$target" = native ] && target=$host
    [ -d "$sysroot/lib/rustlib/$target/lib" ] || {
        echo "runtime: no standard library for $target, skipped"
        continue
    }
    out=build/runtime/$target/$profile
    [ "$(cat "$out/stamp" 2>/dev/null)" = "$digest" ] && continue
    echo "runtime: building for $target ($profile)"
    set -- build -q --offline --lib --manifest-path runtime/Cargo.toml --target-dir build/runtime/cargo \
        --target "$target" --profile "$cargo_profile" --config "profile.$profile.panic=\"abort\""
    for setting in $settings; do set -- "$@" --config "profile.$profile.$setting"; done
    if [ -d third_party/vendor ]; then
        set -- "$@" --config 'source.crates-io.replace-with="vendored"' \
            --config "source.vendored.directory=\"$PWD/third_party/vendor\""
    fi
    RUSTC=$rustc RUSTFLAGS=$flags "$cargo" "$@"
    folder=$profile
    [ "$profile" = dev ] && folder=debug
    built=build/runtime/cargo/$target/$folder
    rm -rf "$out.new"
    mkdir -p "$out.new/deps"
    cp "$built/libpy.rlib" "$out.new/"
    find "$built/deps" -name 'lib*.rlib' ! -name 'libpy-*' -exec cp {} "$out.new/deps/" \;
    printf '%s' "$digest" >"$out.new/stamp"
    rm -rf "$out"
    mv "$out.new" "$out"
done

#!/bin/sh
# Installs what is missing and says what it does; when all is there it does nothing and needs no network.
#   compiler, make, python3       Debian packages
#   Rust with its WASM targets    rustup where it is installed and reaches its host, else Debian's packages with
#                                 the standard library built once for WASM
#   Wasmtime                      library from its Python wheel, headers from the crate of the same version
#   the runtime's crates          vendored from runtime/Cargo.lock, so that later builds are offline
# Results: third_party/toolchain (what the compiler calls), third_party/wasmtime, third_party/rust, third_party/vendor.
set -eu
cd "$(dirname "$0")/.."
unset MAKEFLAGS MFLAGS CARGO_MAKEFLAGS # cargo must not look for make's job server
top=$(pwd)
third=$top/third_party
wasmtime_version=50.0.1
wasm_targets=${PORTALIS_WASM_TARGETS:-wasm32-wasip1 wasm32-unknown-unknown}
route=${PORTALIS_RUST_ROUTE:-auto}
start=$(date +%s)

say() { printf 'setup [%3ds] %s\n' "$(($(date +%s) - start))" "$*"; }
die() {
    say "cannot go on: $*" >&2
    exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# ---- packages -------------------------------------------------------------------------------------------------

apt_updated=
apt_install() {
    have apt-get || die "please install: $* (this script installs packages only with apt-get)"
    root=
    if [ "$(id -u)" != 0 ]; then
        have sudo || die "please install as root: apt-get install $*"
        root=sudo
    fi
    say "installing packages: $*"
    if [ -z "$apt_updated" ]; then
        $root apt-get update -qq || say "package lists could not be refreshed; trying with what is there"
        apt_updated=yes
    fi
    log=$(mktemp)
    if ! $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >"$log" 2>&1; then
        tail -5 "$log" >&2
        rm -f "$log"
        die "apt-get install $* failed"
    fi
    rm -f "$log"
}

packages() {
    missing=
    have cc || missing="$missing gcc"
    [ -e /usr/include/stdio.h ] || missing="$missing libc6-dev"
    have python3 || missing="$missing python3"
    # shellcheck disable=SC2086
    [ -z "$missing" ] || apt_install $missing
}

# ---- Rust -----------------------------------------------------------------------------------------------------

# Sets rustc, cargo and sysroot_args for the compiler to be used; empty rustc when none.
toolchain_from_rustup() {
    have rustup || return 1
    rustc=$(rustup which rustc 2>/dev/null) || return 1
    cargo=$(rustup which cargo 2>/dev/null) || return 1
    sysroot=$("$rustc" --print sysroot)
    needed=
    for target in $wasm_targets; do
        [ -d "$sysroot/lib/rustlib/$target/lib" ] || needed="$needed $target"
    done
    if [ -n "$needed" ]; then
        say "rustup: adding$needed"
        # shellcheck disable=SC2086
        if ! timeout 180 rustup target add $needed >"$third/rustup.log" 2>&1; then
            say "rustup did not get them: $(grep -m1 '^error' "$third/rustup.log" || echo 'timed out')"
            return 1
        fi
    fi
    version=$("$rustc" -V)
}

build_std() {
    target=$1
    work=$2
    say "building the standard library for $target (once, about a minute)"
    mkdir -p "$sysroot/lib/rustlib/$target/lib/self-contained"
    flags=-Cembed-bitcode=yes
    if [ "$target" = wasm32-wasip1 ]; then
        for object in crt1-command.o crt1-reactor.o libc.a; do
            cp "/usr/lib/wasm32-wasi/$object" "$sysroot/lib/rustlib/$target/lib/self-contained/"
        done
        flags="$flags -Lnative=$sysroot/lib/rustlib/$target/lib/self-contained"
    fi
    (cd "$work/crate" && CARGO_HOME="$work/home" RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 \
        CARGO_TARGET_DIR="$work/target" RUSTFLAGS="$flags" \
        /usr/bin/cargo build -q --offline --release -Zbuild-std=std,panic_abort --target "$target") ||
        die "the standard library for $target did not build"
    rm -f "$sysroot/lib/rustlib/$target/lib/"*.rlib "$work/target/$target/release/deps/"libempty-*.rlib
    cp "$work/target/$target/release/deps/"*.rlib "$sysroot/lib/rustlib/$target/lib/"
}

toolchain_from_debian() {
    if ! dpkg -s rustc-web cargo-web rust-web-src wasi-libc lld-22 >/dev/null 2>&1; then
        say "the compiler comes as Debian packages (about 150 MB to fetch)"
        apt_install rustc-web cargo-web rust-web-src wasi-libc lld-22
    fi
    rustc=/usr/bin/rustc
    cargo=/usr/bin/cargo
    version=$("$rustc" -V)
    sysroot=$third/rust
    library=$(readlink -f /usr/lib/rustlib/src/rust)/library
    host=$("$rustc" -vV | sed -n 's/^host: //p')
    if [ "$(cat "$sysroot/version" 2>/dev/null)" != "$version $wasm_targets" ]; then
        work=$(mktemp -d)
        rm -rf "$sysroot"
        mkdir -p "$sysroot/lib/rustlib/$host/bin" "$work/crate/src" "$work/crate/.cargo"
        ln -s "/usr/lib/rustlib/$host/lib" "$sysroot/lib/rustlib/$host/lib"
        ln -s /usr/bin/lld-22 "$sysroot/lib/rustlib/$host/bin/rust-lld"
        : >"$work/crate/src/lib.rs"
        printf '%s\n' '[package]' 'name = "empty"' 'version = "0.0.0"' 'edition = "2021"' '[profile.release]' \
            'opt-level = 3' 'panic = "abort"' >"$work/crate/Cargo.toml"
        printf '%s\n' '[source.crates-io]' 'replace-with = "vendored"' '[source.vendored]' \
            "directory = \"$library/vendor\"" >"$work/crate/.cargo/config.toml"
        for target in $wasm_targets; do build_std "$target" "$work"; done
        rm -rf "$work"
        printf '%s' "$version $wasm_targets" >"$sysroot/version"
    fi
}

toolchain_is_current() {
    [ -f "$third/toolchain" ] || return 1
    rustc=$(sed -n 's/^rustc=//p' "$third/toolchain")
    cargo=$(sed -n 's/^cargo=//p' "$third/toolchain")
    sysroot=$(sed -n 's/^sysroot=//p' "$third/toolchain")
    [ -x "$rustc" ] && [ -x "$cargo" ] || return 1
    [ "$("$rustc" -V)" = "$(sed -n 's/^version=//p' "$third/toolchain")" ] || return 1
    for target in $wasm_targets; do
        [ -d "$sysroot/lib/rustlib/$target/lib" ] || return 1
    done
}

rust() {
    toolchain_is_current && return 0
    case $route in
    rustup) toolchain_from_rustup || die "the rustup route was asked for and failed" ;;
    debian) toolchain_from_debian ;;
    *) toolchain_from_rustup || toolchain_from_debian ;;
    esac
    printf 'rustc=%s\ncargo=%s\nsysroot=%s\nversion=%s\n' "$rustc" "$cargo" "$sysroot" "$version" >"$third/toolchain.new"
    mv "$third/toolchain.new" "$third/toolchain"
    say "Rust: $version"
}

# ---- Wasmtime -------------------------------------------------------------------------------------------------

wasmtime_headers() {
    work=$1
    mkdir -p "$work/crate/src"
    : >"$work/crate/src/lib.rs"
    printf '[package]\nname = "headers"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\nwasmtime-c-api-impl = { version = "=%s", default-features = false }\n' \
        "$wasmtime_version" >"$work/crate/Cargo.toml"
    CARGO_HOME=${CARGO_HOME:-$HOME/.cargo} "$cargo" fetch -q --manifest-path "$work/crate/Cargo.toml" \
        --target x86_64-unknown-linux-gnu || die "the crate with Wasmtime's headers could not be fetched"
    crate=$(find "${CARGO_HOME:-$HOME/.cargo}/registry/src" -maxdepth 2 -name "wasmtime-c-api-impl-$wasmtime_version" | head -1)
    [ -n "$crate" ] || die "the crate with Wasmtime's headers is not where cargo puts crates"
    cp -R "$crate/include" "$work/include"
    # What the crate's own build does with cmake: every feature the wheel was built with is defined.
    if [ -f "$work/include/wasmtime/conf.h.in" ]; then
        tr -d '\r' <"$work/include/wasmtime/conf.h.in" | sed 's/^#cmakedefine \([A-Z0-9_]*\).*/#define \1/' \
            >"$work/include/wasmtime/conf.h"
    fi
    cp -R "$work/include" "$third/wasmtime/include"
}

wasmtime() {
    [ "$(cat "$third/wasmtime/version" 2>/dev/null)" = "$wasmtime_version" ] && return 0
    say "Wasmtime $wasmtime_version: library (10 MB) and headers"
    python3 -m pip --version >/dev/null 2>&1 || apt_install python3-pip
    work=$(mktemp -d)
    python3 -m pip download -q --no-deps --only-binary=:all: -d "$work" "wasmtime==$wasmtime_version" ||
        die "the wheel wasmtime==$wasmtime_version could not be fetched"
    python3 -m zipfile -e "$work"/wasmtime-*.whl "$work/wheel"
    rm -rf "$third/wasmtime"
    mkdir -p "$third/wasmtime/lib"
    cp "$work"/wheel/wasmtime/linux-*/_libwasmtime.so "$third/wasmtime/lib/libwasmtime.so" ||
        die "the wheel holds no library for this machine"
    wasmtime_headers "$work"
    printf '%s' "$wasmtime_version" >"$third/wasmtime/version"
    rm -rf "$work"
}

# ---- crates of the runtime ------------------------------------------------------------------------------------

vendor() {
    [ -f runtime/Cargo.lock ] || return 0
    cmp -s runtime/Cargo.lock third_party/vendor/.lock && return 0
    say "vendoring the runtime's crates"
    rm -rf third_party/vendor.new
    "$cargo" vendor -q --locked --manifest-path runtime/Cargo.toml third_party/vendor.new >/dev/null ||
        die "the crates of runtime/Cargo.lock could not be fetched"
    cp runtime/Cargo.lock third_party/vendor.new/.lock
    rm -rf third_party/vendor
    mv third_party/vendor.new third_party/vendor
}

mkdir -p "$third"
packages
rust
wasmtime
vendor

//! `sys`.
use crate::call::{recursion_limit, set_recursion_limit, Args, Module};
use crate::error::{exc, handling_top, R};
use crate::map::Dict;
use crate::modules::struct_sequence::{Shape, StructSequence};
use crate::numbers;
use crate::object::{symbols as sym, Str, TypeInfo, Value};
use crate::program;
use crate::seq::{List, Tuple};
use std::cell::{Cell, RefCell};

thread_local! {
    static MAX_STR_DIGITS: Cell<usize> = const { Cell::new(crate::int::DEFAULT_DIGIT_LIMIT) };
}

/// The most digits that `int(text)` and `str(int)` handle; 0: any number.
pub fn int_max_str_digits() -> usize {
    MAX_STR_DIGITS.get()
}

/// `sys.exit(status=None)`.
pub fn exit(args: Args) -> R<Value> {
    Err(exc::SystemExit.err_with(match args.between("exit", 0, 1)? {
        [] | [Value::None] => Vec::new(),
        [status, ..] => match status.cast::<Tuple>() {
            Some(several) => several.items().to_vec(),
            None => vec![status.clone()],
        },
    }))
}

/// `sys.getrecursionlimit()`.
pub fn getrecursionlimit(args: Args) -> R<Value> {
    args.exactly::<0>("sys.getrecursionlimit")?;
    Ok(Value::Int(i64::from(recursion_limit())))
}

/// `sys.setrecursionlimit(limit)`.
pub fn setrecursionlimit(args: Args) -> R<Value> {
    let [limit] = args.exactly::<1>("sys.setrecursionlimit")?;
    match u32::try_from(numbers::to_c_int(limit)?) {
        Ok(limit @ 1..) => set_recursion_limit(limit),
        _ => return Err(exc::ValueError.err("recursion limit must be greater or equal than 1")),
    }
    Ok(Value::None)
}

/// `sys.get_int_max_str_digits()`.
pub fn get_int_max_str_digits(args: Args) -> R<Value> {
    args.exactly::<0>("sys.get_int_max_str_digits")?;
    Ok(Value::Int(int_max_str_digits() as i64))
}

/// `sys.set_int_max_str_digits(maxdigits)`.
pub fn set_int_max_str_digits(args: Args) -> R<Value> {
    let [limit] = args.bind("set_int_max_str_digits", [sym::maxdigits], 1, 0, 1)?;
    match usize::try_from(numbers::to_c_int(limit.unwrap_or(&Value::None))?) {
        Ok(limit) if limit == 0 || limit >= 640 => {
            crate::int::show_long_numbers();
            MAX_STR_DIGITS.set(limit);
        }
        _ => return Err(exc::ValueError.err("maxdigits must be 0 or larger than 640")),
    }
    Ok(Value::None)
}

/// `sys.intern(text)`.
pub fn intern(args: Args) -> R<Value> {
    let [text] = args.exactly::<1>("sys.intern")?;
    match text.as_str() {
        Some(_) => Ok(text.clone()),
        None => Err(exc::TypeError.err(crate::join![
            "intern() argument must be str, not ",
            text.type_name().as_str()
        ])),
    }
}

/// `sys.exc_info()`.
pub fn exc_info(args: Args) -> R<Value> {
    args.exactly::<0>("sys.exc_info")?;
    Ok(Tuple::value(match handling_top() {
        Some(e) => {
            let traceback = e.attr(crate::member::__traceback__.name())?;
            vec![e.class_value(), e, traceback]
        }
        None => vec![Value::None, Value::None, Value::None],
    }))
}

/// `sys.exception()`.
pub fn exception(args: Args) -> R<Value> {
    args.exactly::<0>("sys.exception")?;
    Ok(handling_top().unwrap_or(Value::None))
}

/// `sys.getsizeof(x[, default])`: what CPython's objects take on a 64-bit machine, as far as the length tells.
pub fn getsizeof(args: Args) -> R<Value> {
    let x = &args.between("getsizeof", 1, 2)?[0];
    let len = match x {
        Value::Obj(object) => object.len()?.unwrap_or(0) as i64,
        _ => 0,
    };
    Ok(Value::Int(match x.type_name().as_str() {
        "NoneType" | "ellipsis" | "NotImplementedType" => 16,
        "int" | "bool" => {
            let bits = numbers::int_ref(x).map_or(0, crate::int::bit_length) as i64;
            24 + 4 * ((bits + 29) / 30).max(i64::from(!matches!(x, Value::Int(0) | Value::Bool(false))))
        }
        "float" => 24,
        "complex" => 32,
        "str" => match x.as_str() {
            Some(text) if !text.is_ascii() => {
                let widest = crate::text::Points(text.bytes()).max().unwrap_or(0);
                match widest {
                    0..=0xff => 73 + len,
                    0x100..=0xffff => 74 + 2 * len,
                    _ => 76 + 4 * len,
                }
            }
            _ => 49 + len,
        },
        "bytes" => 33 + len,
        "tuple" => 40 + 8 * len,
        "list" => 56 + 8 * len,
        "dict" if len == 0 => 64,
        "dict" => 232 + 104 * (len / 6),
        "set" | "frozenset" => 216,
        "range" => 48,
        _ => 48,
    }))
}

/// `sys.getdefaultencoding()`, `sys.getfilesystemencoding()`.
pub fn getdefaultencoding(args: Args) -> R<Value> {
    args.exactly::<0>("sys.getdefaultencoding")?;
    Ok(crate::lit!("utf-8"))
}

pub use getdefaultencoding as getfilesystemencoding;

/// `sys.getrefcount(x)`: the holders of the object, and the argument itself.
pub fn getrefcount(args: Args) -> R<Value> {
    let [x] = args.exactly::<1>("sys.getrefcount")?;
    Ok(Value::Int(
        x.obj().map_or(1 << 30, |object| i64::from(object.count())),
    ))
}

const fn structure(name: &'static str) -> TypeInfo {
    TypeInfo {
        module: "sys",
        base: Some(&crate::seq::TUPLE),
        ..TypeInfo::plain(name)
    }
}

static VERSION_INFO_TYPE: TypeInfo = structure("version_info");
static FLOAT_INFO_TYPE: TypeInfo = structure("float_info");
static INT_INFO_TYPE: TypeInfo = structure("int_info");
static HASH_INFO_TYPE: TypeInfo = structure("hash_info");
static FLAGS_TYPE: TypeInfo = structure("flags");
static NAMESPACE_TYPE: TypeInfo = TypeInfo {
    module: "types",
    ..TypeInfo::plain("SimpleNamespace")
};

static VERSION_INFO: Shape = Shape {
    info: &VERSION_INFO_TYPE,
    shown: "sys.version_info",
    fields: &["major", "minor", "micro", "releaselevel", "serial"],
};
static FLOAT_INFO: Shape = Shape {
    info: &FLOAT_INFO_TYPE,
    shown: "sys.float_info",
    fields: &[
        "max",
        "max_exp",
        "max_10_exp",
        "min",
        "min_exp",
        "min_10_exp",
        "dig",
        "mant_dig",
        "epsilon",
        "radix",
        "rounds",
    ],
};
static INT_INFO: Shape = Shape {
    info: &INT_INFO_TYPE,
    shown: "sys.int_info",
    fields: &[
        "bits_per_digit",
        "sizeof_digit",
        "default_max_str_digits",
        "str_digits_check_threshold",
    ],
};
static HASH_INFO: Shape = Shape {
    info: &HASH_INFO_TYPE,
    shown: "sys.hash_info",
    fields: &[
        "width",
        "modulus",
        "inf",
        "nan",
        "imag",
        "algorithm",
        "hash_bits",
        "seed_bits",
        "cutoff",
    ],
};
static FLAGS: Shape = Shape {
    info: &FLAGS_TYPE,
    shown: "sys.flags",
    fields: &[
        "debug",
        "inspect",
        "interactive",
        "optimize",
        "dont_write_bytecode",
        "no_user_site",
        "no_site",
        "ignore_environment",
        "verbose",
        "bytes_warning",
        "quiet",
        "hash_randomization",
        "isolated",
        "dev_mode",
        "utf8_mode",
        "warn_default_encoding",
        "safe_path",
        "int_max_str_digits",
    ],
};
static IMPLEMENTATION: Shape = Shape {
    info: &NAMESPACE_TYPE,
    shown: "namespace",
    fields: &["name", "cache_tag", "version", "hexversion"],
};

fn ints(values: &[i64]) -> Vec<Value> {
    values.iter().map(|v| Value::Int(*v)).collect()
}

fn version_info() -> Value {
    let mut items = ints(&[3, 11, 7]);
    items.push(crate::lit!("final"));
    items.push(Value::Int(0));
    StructSequence::value(&VERSION_INFO, items, Vec::new())
}

fn float_info() -> Value {
    let items = vec![
        Value::Float(f64::MAX),
        Value::Int(1024),
        Value::Int(308),
        Value::Float(f64::MIN_POSITIVE),
        Value::Int(-1021),
        Value::Int(-307),
        Value::Int(15),
        Value::Int(53),
        Value::Float(f64::EPSILON),
        Value::Int(2),
        Value::Int(1),
    ];
    StructSequence::value(&FLOAT_INFO, items, Vec::new())
}

fn hash_info() -> Value {
    let mut items = ints(&[64, (1 << 61) - 1, 314_159, 0, 1_000_003]);
    items.push(crate::lit!("siphash13"));
    items.extend(ints(&[64, 128, 0]));
    StructSequence::value(&HASH_INFO, items, Vec::new())
}

fn flags() -> Value {
    let mut items = ints(&[0; 13]);
    items.push(Value::Bool(false));
    items.extend(ints(&[0, 0]));
    items.push(Value::Bool(false));
    items.push(Value::Int(-1));
    StructSequence::value(&FLAGS, items, Vec::new())
}

fn implementation() -> Value {
    let items = vec![
        crate::lit!("cpython"),
        crate::lit!("cpython-311"),
        version_info(),
        Value::Int(0x030b_07f0),
    ];
    StructSequence::value(&IMPLEMENTATION, items, Vec::new())
}

/// An argument's bytes; those that are not UTF-8 become lone surrogates, as CPython has it.
#[cfg(unix)]
fn argument(arg: std::ffi::OsString) -> Value {
    use std::os::unix::ffi::OsStringExt;
    let mut rest = &arg.into_vec()[..];
    let mut out = Vec::with_capacity(rest.len());
    while let Err(e) = std::str::from_utf8(rest) {
        out.extend_from_slice(&rest[..e.valid_up_to()]);
        push_escaped(&mut out, rest[e.valid_up_to()]);
        rest = &rest[e.valid_up_to() + 1..];
    }
    out.extend_from_slice(rest);
    Value::from(Str::from_bytes(out))
}

/// WASI's arguments are UTF-8: the sandbox writes a byte b that is not as the code point U+10FF00 + b, and says so.
#[cfg(not(unix))]
fn argument(arg: std::ffi::OsString) -> Value {
    let text = arg.to_string_lossy();
    let escaped = std::env::var_os("PORTALIS_ESCAPED").is_some();
    let mut out = Vec::with_capacity(text.len());
    for c in text.chars() {
        match u32::from(c).checked_sub(0x10_FF00) {
            Some(byte @ 0x80..=0xFF) if escaped => push_escaped(&mut out, byte as u8),
            _ => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    Value::from(Str::from_bytes(out))
}

/// U+DC00 + byte, as three bytes.
fn push_escaped(out: &mut Vec<u8>, byte: u8) {
    out.extend_from_slice(&[0xED, 0xB0 | byte >> 6, 0x80 | byte & 0x3F]);
}

fn make_argv() -> Value {
    let mut all: Vec<Value> = std::env::args_os().map(argument).collect();
    if all.is_empty() {
        all.push(crate::lit!(""));
    }
    List::value(all)
}

/// `sys.modules`: this module alone, since the others are part of the program itself.
fn make_modules() -> Value {
    let modules = Dict::new();
    modules.set_str(&Str::fixed("sys"), module());
    modules.value()
}

/// Objects that are the same at every access.
struct Kept {
    argv: Option<Value>,
    modules: Option<Value>,
    path: Option<Value>,
    version_info: Option<Value>,
}

thread_local! {
    static KEPT: RefCell<Kept> = const {
        RefCell::new(Kept { argv: None, modules: None, path: None, version_info: None })
    };
}

fn kept(place: fn(&mut Kept) -> &mut Option<Value>, make: fn() -> Value) -> Value {
    if let Some(known) = KEPT.with_borrow_mut(|all| place(all).clone()) {
        return known;
    }
    let made = make();
    KEPT.with_borrow_mut(|all| *place(all) = Some(made.clone()));
    made
}

members! {
    values {
        argv "argv" kept(|all| &mut all.argv, make_argv);
        orig_argv "orig_argv" kept(|all| &mut all.argv, make_argv);
        modules "modules" kept(|all| &mut all.modules, make_modules);
        path "path" kept(|all| &mut all.path, || List::value(vec![crate::lit!("")]));
        stdin "stdin" program::standard_stream(0);
        stdout "stdout" program::replaced_stdout().unwrap_or_else(|| program::standard_stream(1));
        stderr "stderr" program::standard_stream(2);
        __stdin__ "__stdin__" program::standard_stream(0);
        __stdout__ "__stdout__" program::standard_stream(1);
        __stderr__ "__stderr__" program::standard_stream(2);
        maxsize "maxsize" Value::Int(i64::MAX);
        maxunicode "maxunicode" Value::Int(0x10_ffff);
        byteorder "byteorder" crate::lit!("little");
        platform "platform" crate::lit!("linux");
        version "version" crate::lit!("3.11.7 (main, Dec  4 2023, 00:00:00) [GCC 12.2.0]");
        hexversion "hexversion" Value::Int(0x030b_07f0);
        api_version "api_version" Value::Int(1013);
        copyright "copyright" crate::lit!("Copyright (c) 2001-2023 Python Software Foundation.");
        executable "executable" crate::lit!("");
        prefix "prefix" crate::lit!("/usr");
        exec_prefix "exec_prefix" crate::lit!("/usr");
        base_prefix "base_prefix" crate::lit!("/usr");
        version_info "version_info" kept(|all| &mut all.version_info, super::version_info);
        float_info "float_info" super::float_info();
        int_info "int_info" StructSequence::value(&INT_INFO, ints(&[30, 4, 4300, 640]), Vec::new());
        hash_info "hash_info" super::hash_info();
        flags "flags" super::flags();
        implementation "implementation" super::implementation();
        float_repr_style "float_repr_style" crate::lit!("short");
        dont_write_bytecode "dont_write_bytecode" Value::Bool(true);
    }
    functions {
        exit "exit";
        getrecursionlimit "getrecursionlimit";
        setrecursionlimit "setrecursionlimit";
        get_int_max_str_digits "get_int_max_str_digits";
        set_int_max_str_digits "set_int_max_str_digits";
        intern "intern";
        exc_info "exc_info";
        exception "exception";
        getsizeof "getsizeof";
        getdefaultencoding "getdefaultencoding";
        getfilesystemencoding "getfilesystemencoding";
        getrefcount "getrefcount";
    }
}

thread_local! {
    static MODULE: Value = Module::native("sys", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}

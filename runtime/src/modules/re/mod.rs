//! `re`: patterns compiled to a small program and matched by backtracking with sre's semantics.
mod compiler;
mod matcher;
mod node;
mod parser;
mod re_object;
mod template;

use crate::call::{Args, Module};
use crate::error::{exc, R};
use crate::object::{symbols as sym, Ref, Str, TypeInfo, Value};
use re_object::Pattern;
use std::cell::RefCell;

/// The flag of a letter in `(?…)`.
fn flag_of(c: char) -> Option<u32> {
    Some(match c {
        'i' => node::IGNORECASE,
        'L' => node::LOCALE,
        'm' => node::MULTILINE,
        's' => node::DOTALL,
        'u' => node::UNICODE,
        'x' => node::VERBOSE,
        'a' => node::ASCII,
        _ => return None,
    })
}

/// `re.error`.
#[allow(non_upper_case_globals)]
pub static error: TypeInfo = TypeInfo {
    module: "re",
    ..exc::class("error", &exc::Exception)
};

thread_local! {
    /// Patterns given as text, as CPython keeps them too.
    static CACHE: RefCell<Vec<(Str, u32, Ref<Pattern>)>> = const { RefCell::new(Vec::new()) };
}

/// Patterns kept for reuse.
const CACHED: usize = 256;

/// The pattern object of an argument: itself, or compiled from text.
fn pattern_of(value: &Value, flags: u32) -> R<Ref<Pattern>> {
    if let Some(pattern) = value.cast::<Pattern>() {
        if flags != 0 {
            return Err(exc::ValueError.err("cannot process flags argument with a compiled pattern"));
        }
        return Ok(pattern.clone());
    }
    let Some(text) = value.as_str() else {
        return Err(exc::TypeError.err("first argument must be string or compiled pattern"));
    };
    let known = CACHE.with_borrow(|cache| {
        let hit = cache
            .iter()
            .find(|(t, f, _)| *f == flags && t.bytes() == text.bytes());
        hit.map(|(_, _, pattern)| pattern.clone())
    });
    if let Some(pattern) = known {
        return Ok(pattern);
    }
    let pattern = Pattern::compile(text, flags)?;
    CACHE.with_borrow_mut(|cache| {
        if cache.len() >= CACHED {
            cache.remove(0);
        }
        cache.push((text.clone(), flags, pattern.clone()));
    });
    Ok(pattern)
}

/// An integer argument.
fn int_of(value: &Value) -> R<i64> {
    match value {
        Value::Int(v) => Ok(*v),
        Value::Bool(v) => Ok(i64::from(*v)),
        other => Err(other.type_error("' object cannot be interpreted as an integer")),
    }
}

fn flags_of(value: Option<&Value>) -> R<u32> {
    value.map_or(Ok(0), |v| int_of(v).map(|v| v as u32))
}

/// Binds `(pattern, string, flags=0)`.
fn subject<'a>(args: &Args<'a>, function: &str) -> R<(Ref<Pattern>, &'a Value)> {
    let names = [sym::pattern, sym::string, sym::flags];
    let [pattern, string, flags] = args.bind(function, names, 2, 0, 3)?;
    let pattern = pattern_of(pattern.unwrap_or(&Value::None), flags_of(flags)?)?;
    Ok((pattern, string.unwrap_or(&Value::None)))
}

/// `re.compile(pattern, flags=0)`.
pub fn compile(args: Args) -> R<Value> {
    let [pattern, flags] = args.bind("compile", [sym::pattern, sym::flags], 1, 0, 2)?;
    pattern_of(pattern.unwrap_or(&Value::None), flags_of(flags)?).map(Value::from)
}

/// `re.match(pattern, string, flags=0)`.
pub fn match_(args: Args) -> R<Value> {
    let (pattern, string) = subject(&args, "match")?;
    pattern.match_from(string, 0, None, re_object::How::Match)
}

/// `re.fullmatch(pattern, string, flags=0)`.
pub fn fullmatch(args: Args) -> R<Value> {
    let (pattern, string) = subject(&args, "fullmatch")?;
    pattern.match_from(string, 0, None, re_object::How::Full)
}

/// `re.search(pattern, string, flags=0)`.
pub fn search(args: Args) -> R<Value> {
    let (pattern, string) = subject(&args, "search")?;
    pattern.match_from(string, 0, None, re_object::How::Search)
}

/// `re.findall(pattern, string, flags=0)`.
pub fn findall(args: Args) -> R<Value> {
    let (pattern, string) = subject(&args, "findall")?;
    pattern.find_all(string, 0, None)
}

/// `re.finditer(pattern, string, flags=0)`.
pub fn finditer(args: Args) -> R<Value> {
    let (pattern, string) = subject(&args, "finditer")?;
    pattern.find_iter(string, 0, None)
}

/// `re.split(pattern, string, maxsplit=0, flags=0)`.
pub fn split(args: Args) -> R<Value> {
    let names = [sym::pattern, sym::string, sym::maxsplit, sym::flags];
    let [pattern, string, most, flags] = args.bind("split", names, 2, 0, 4)?;
    let pattern = pattern_of(pattern.unwrap_or(&Value::None), flags_of(flags)?)?;
    pattern.split(string.unwrap_or(&Value::None), most.map_or(Ok(0), int_of)?)
}

fn sub_args(args: &Args, function: &str) -> R<(Value, i64)> {
    let names = [sym::pattern, sym::repl, sym::string, sym::count, sym::flags];
    let [pattern, repl, string, count, flags] = args.bind(function, names, 3, 0, 5)?;
    let pattern = pattern_of(pattern.unwrap_or(&Value::None), flags_of(flags)?)?;
    let count = count.map_or(Ok(0), int_of)?;
    pattern.substitute(
        repl.unwrap_or(&Value::None),
        string.unwrap_or(&Value::None),
        count,
    )
}

/// `re.sub(pattern, repl, string, count=0, flags=0)`.
pub fn sub(args: Args) -> R<Value> {
    sub_args(&args, "sub").map(|(text, _)| text)
}

/// `re.subn(pattern, repl, string, count=0, flags=0)`.
pub fn subn(args: Args) -> R<Value> {
    let (text, count) = sub_args(&args, "subn")?;
    Ok(crate::object::tuple_of([text, Value::Int(count)].into_iter()))
}

/// `re.escape(pattern)`.
pub fn escape(args: Args) -> R<Value> {
    let [text] = args.exactly::<1>("escape")?;
    let Some(text) = text.as_str() else {
        return Err(exc::TypeError.err("decoding to str: need a bytes-like object"));
    };
    let mut out = Vec::with_capacity(text.bytes().len());
    for b in text.bytes() {
        if b"()[]{}?*+-|^$\\.&~# \t\n\r\x0b\x0c".contains(b) {
            out.push(b'\\');
        }
        out.push(*b);
    }
    Ok(Value::from(Str::from_bytes(out)))
}

/// `re.purge()`.
pub fn purge(args: Args) -> R<Value> {
    args.exactly::<0>("purge")?;
    let old = CACHE.take();
    drop(old);
    Ok(Value::None)
}

members! {
    values {
        A "A" Value::Int(i64::from(node::ASCII));
        ASCII "ASCII" Value::Int(i64::from(node::ASCII));
        I "I" Value::Int(i64::from(node::IGNORECASE));
        IGNORECASE "IGNORECASE" Value::Int(i64::from(node::IGNORECASE));
        L "L" Value::Int(i64::from(node::LOCALE));
        LOCALE "LOCALE" Value::Int(i64::from(node::LOCALE));
        M "M" Value::Int(i64::from(node::MULTILINE));
        MULTILINE "MULTILINE" Value::Int(i64::from(node::MULTILINE));
        S "S" Value::Int(i64::from(node::DOTALL));
        DOTALL "DOTALL" Value::Int(i64::from(node::DOTALL));
        U "U" Value::Int(i64::from(node::UNICODE));
        UNICODE "UNICODE" Value::Int(i64::from(node::UNICODE));
        X "X" Value::Int(i64::from(node::VERBOSE));
        VERBOSE "VERBOSE" Value::Int(i64::from(node::VERBOSE));
        DEBUG "DEBUG" Value::Int(i64::from(node::DEBUG));
        NOFLAG "NOFLAG" Value::Int(0);
        error "error" super::error.value();
        Pattern "Pattern" re_object::PATTERN.value();
        Match "Match" re_object::MATCH.value();
    }
    functions {
        match_ "match";
        compile "compile";
        fullmatch "fullmatch";
        search "search";
        findall "findall";
        finditer "finditer";
        split "split";
        sub "sub";
        subn "subn";
        escape "escape";
        purge "purge";
    }
}

thread_local! {
    static MODULE: Value = Module::native("re", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}

//! Rare literals, keywords collected in a dict, functions of the library and annotated functions as values.
use crate::call::arg_list::pairs_of;
use crate::call::{Args, Native, NativeFn};
use crate::error::{exc, R};
use crate::map::Dict;
use crate::numbers::Complex;
use crate::object::{symbols as sym, Value};
use std::cell::RefCell;

/// `**mapping` of a call whose keywords are collected in `dict`: a name may come only once.
pub fn merge_keywords(dict: &Value, mapping: &Value) -> R<()> {
    let pairs = pairs_of(mapping, |kind| {
        exc::TypeError.err(crate::join!["argument after ** must be a mapping, not ", kind])
    })?;
    for (key, value) in pairs {
        if dict.contains(&key)? {
            return Err(exc::TypeError.err(crate::join![
                "got multiple values for keyword argument '",
                key.to_str()?.as_str(),
                "'"
            ]));
        }
        dict.set_item(&key, value)?;
    }
    Ok(())
}

/// An int literal that does not fit a machine word, in decimal.
pub fn big(digits: &str) -> Value {
    let limit = digits.len();
    match crate::int::parse(crate::strings::text(&crate::object::Str::from(digits)), 10, limit) {
        Ok(whole) => whole.into(),
        Err(_) => Value::Unset,
    }
}

/// `1.5j`.
pub fn imaginary(part: f64) -> Value {
    Complex::value(0.0, part)
}

thread_local! {
    static NATIVES: RefCell<Vec<(&'static str, usize, Value)>> = const { RefCell::new(Vec::new()) };
}

/// A function of the library as a value; the same object each time.
pub fn native(name: &'static str, function: fn(Args) -> R<Value>) -> Value {
    let address = function as usize;
    let same = |entry: &&(&'static str, usize, Value)| entry.0 == name && entry.1 == address;
    if let Some(value) = NATIVES.with_borrow(|all| all.iter().find(same).map(|entry| entry.2.clone())) {
        return value;
    }
    let value = Native::function(name, function as NativeFn);
    NATIVES.with_borrow_mut(|all| all.push((name, address, value.clone())));
    value
}

/// Gives a new function its annotations: alternating names and values.
pub fn annotated(function: Value, pairs: Vec<Value>) -> Value {
    let dict = Dict::new();
    for pair in pairs.chunks_exact(2) {
        if let Some(name) = pair[0].as_str() {
            dict.set_str(name, pair[1].clone());
        }
    }
    // A function takes any attribute.
    let _ = function.set_attr(sym::__annotations__, dict.value());
    function
}

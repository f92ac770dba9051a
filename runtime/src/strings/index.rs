//! `s[i]`, `s[i:j:k]`, `s * n`.
use crate::error::{exc, R};
use crate::numbers;
use crate::object::ops::{try_unary, UnaryOp};
use crate::object::string::width;
use crate::object::{Str, Value};
use crate::seq::position::{self, place};
use crate::seq::Slice;
use crate::strings;

/// `s[key]`.
pub fn get_item(s: &Str, key: &Value) -> R<Value> {
    let i = match key {
        Value::Int(i) => *i,
        _ => {
            if let Some(slice) = key.cast::<Slice>() {
                return get_slice(s, slice);
            }
            if matches!(try_unary(UnaryOp::Index, key)?, Value::NotImplemented) {
                return Err(exc::TypeError.err(crate::join![
                    "string indices must be integers, not '",
                    key.type_name().as_str(),
                    "'"
                ]));
            }
            numbers::index_as(key, &exc::IndexError)?
        }
    };
    char_at(s, i)
}

/// `s[i]`.
pub fn char_at(s: &Str, i: i64) -> R<Value> {
    match place(i, s.chars()) {
        Some(i) => {
            let bytes = s.bytes();
            let at = s.offset(i);
            Ok(strings::one_char(&bytes[at..at + width(bytes[at])]))
        }
        None => Err(exc::IndexError.err("string index out of range")),
    }
}

fn get_slice(s: &Str, slice: &Slice) -> R<Value> {
    Ok(sliced(s, position::unpack(slice)?))
}

/// `s[start:stop:step]`, the bounds as `position::bounds` gives them.
pub fn sliced(s: &Str, bounds: (i64, i64, i64)) -> Value {
    let len = s.chars();
    let span = position::adjust(bounds, len);
    if span.count == 0 {
        return crate::lit!("");
    }
    if span.count == len && span.step == 1 {
        return Value::from(s.clone());
    }
    if span.step == 1 {
        let start = span.start as usize;
        return between(s, start, start + span.count);
    }
    if s.is_ascii() {
        let bytes = s.bytes();
        return Value::from(Str::from_bytes(span.places().map(|at| bytes[at]).collect()));
    }
    strings::value_of(strings::text(s).slice_step(None, span.start as usize, span.step, span.count))
}

/// The code points `start..end`, both in range.
pub(super) fn between(s: &Str, start: usize, end: usize) -> Value {
    let part = &s.bytes()[s.offset(start)..s.offset(end)];
    match part {
        [] => crate::lit!(""),
        [_] => strings::one_char(part),
        _ => Value::from(Str::from_bytes(part.to_vec())),
    }
}

/// `s * count`; NotImplemented when `count` is no integer.
pub fn repeat(s: &Str, count: &Value) -> R<Value> {
    if !matches!(count, Value::Int(_)) && matches!(try_unary(UnaryOp::Index, count)?, Value::NotImplemented) {
        return Ok(Value::NotImplemented);
    }
    repeated(s, numbers::index(count)?)
}

/// `s * count`.
pub fn repeated(s: &Str, count: i64) -> R<Value> {
    let count = usize::try_from(count).unwrap_or(0);
    match s.bytes().len().checked_mul(count) {
        Some(0) => Ok(crate::lit!("")),
        Some(total) if total <= isize::MAX as usize / 4 => {
            Ok(Value::from(Str::from_bytes(s.bytes().repeat(count))))
        }
        Some(_) => Err(exc::MemoryError.bare_err()),
        None => Err(exc::OverflowError.err("repeated string is too long")),
    }
}

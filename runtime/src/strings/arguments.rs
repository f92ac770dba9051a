//! Arguments of the str methods.
use crate::call::Args;
use crate::error::{exc, R};
use crate::numbers;
use crate::object::{Str, Value};

/// An argument that must be a str, in the wording of argument clinic: `f() argument 1 must be str, not int`.
pub(super) fn nth_str(x: &Value, function: &str, position: usize) -> R<Str> {
    let number = numbers::int_text(position as i64);
    str_or(x, || crate::join![function, "() argument ", &number])
}

/// `f() argument 'name' must be str, not int`.
pub(super) fn named_str(x: &Value, function: &str, name: &str) -> R<Str> {
    str_or(x, || crate::join![function, "() argument '", name, "'"])
}

/// `f() argument must be str, not int`.
pub(super) fn only_str(x: &Value, function: &str) -> R<Str> {
    str_or(x, || crate::join![function, "() argument"])
}

fn str_or(x: &Value, who: impl Fn() -> String) -> R<Str> {
    match as_str(x) {
        Some(text) => Ok(text),
        None => Err(exc::TypeError.err(crate::join![&who(), " must be str, not ", x.type_name().as_str()])),
    }
}

/// The text of a str or of an instance of a subclass of it.
pub(super) fn as_str(x: &Value) -> Option<Str> {
    match x.as_str() {
        Some(text) => Some(text.clone()),
        None => x.unwrapped().as_str().cloned(),
    }
}

/// A text argument in the wording `must be str, not int`.
pub(super) fn plain_str(x: &Value) -> R<Str> {
    as_str(x).ok_or_else(|| super::must_be_str(x))
}

/// One bound of `find` and its kin: None, or an index moved into the machine range.
fn bound(x: Option<&Value>, absent: i64) -> R<i64> {
    match x {
        None | Some(Value::None) => Ok(absent),
        Some(x) => match numbers::index_clamped(x) {
            Err(e) if e.is(&exc::TypeError) && x.special(crate::sym::__index__).is_none() => {
                Err(exc::TypeError.err("slice indices must be integers or None or have an __index__ method"))
            }
            result => result,
        },
    }
}

/// `(needle, start, end)` of `find`, `count`, `startswith`, …
pub fn needle_and_range<'a>(args: Args<'a>, function: &str) -> R<(&'a Value, i64, i64)> {
    args.no_keywords(function)?;
    let given = args.values;
    if given.is_empty() || given.len() > 3 {
        let count = numbers::int_text(given.len() as i64);
        let limit = if given.is_empty() {
            "() takes at least 1 argument ("
        } else {
            "() takes at most 3 arguments ("
        };
        return Err(exc::TypeError.err(crate::join![function, limit, &count, " given)"]));
    }
    let start = bound(given.get(1), 0)?;
    let end = bound(given.get(2), i64::MAX)?;
    Ok((&given[0], start, end))
}

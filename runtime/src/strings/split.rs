//! The split family: `split`, `rsplit`, `splitlines`, `partition`, `rpartition`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::numbers;
use crate::object::{symbols as sym, Str, Value};
use crate::seq::{List, Tuple};
use crate::strings::{arguments, text, value_of_part};
use crate::text::{self as kernel, Text};

fn values(parts: Vec<Text>) -> Vec<Value> {
    parts.into_iter().map(value_of_part).collect()
}

/// `split` and `rsplit`.
pub(super) fn split(s: &Str, args: Args, from_right: bool) -> R<Value> {
    let function = if from_right { "rsplit" } else { "split" };
    let [sep, limit] = args.bind(function, [sym::sep, sym::maxsplit], 0, 0, 2)?;
    let limit = limit.map_or(Ok(-1), numbers::index)?;
    let sep = match sep {
        None | Some(Value::None) => return Ok(List::value(words(s, limit, from_right))),
        Some(sep) => match arguments::as_str(sep) {
            Some(sep) => sep,
            None => {
                return Err(exc::TypeError.err(crate::join![
                    "must be str or None, not ",
                    sep.type_name().as_str()
                ]))
            }
        },
    };
    pieces(s, &sep, limit, from_right).map(List::value)
}

/// `s.split(maxsplit=limit)`, or `rsplit`.
pub fn words(s: &Str, limit: i64, from_right: bool) -> Vec<Value> {
    values(if from_right {
        kernel::rsplit_space(text(s), limit)
    } else {
        kernel::split_space(text(s), limit)
    })
}

/// `s.split(sep, limit)`, or `rsplit`.
pub fn pieces(s: &Str, sep: &Str, limit: i64, from_right: bool) -> R<Vec<Value>> {
    if sep.is_empty() {
        return Err(exc::ValueError.err("empty separator"));
    }
    Ok(values(if from_right {
        kernel::rsplit(text(s), text(sep), limit)
    } else {
        kernel::split(text(s), text(sep), limit)
    }))
}

/// `s.splitlines(keep)`.
pub fn lines(s: &Str, keep: bool) -> Vec<Value> {
    values(kernel::splitlines(text(s), keep))
}

pub(super) fn splitlines(s: &Str, args: Args) -> R<Value> {
    let [keep] = args.bind("splitlines", [sym::keepends], 0, 0, 1)?;
    let keep = match keep {
        Some(keep) => numbers::to_c_int(keep)? != 0,
        None => false,
    };
    Ok(List::value(lines(s, keep)))
}

/// `partition` and `rpartition`.
pub(super) fn partition(s: &Str, args: Args, from_right: bool) -> R<Value> {
    let function = if from_right {
        "str.rpartition"
    } else {
        "str.partition"
    };
    let [sep] = args.exactly::<1>(function)?;
    let sep = arguments::plain_str(sep)?;
    if sep.is_empty() {
        return Err(exc::ValueError.err("empty separator"));
    }
    let found = if from_right {
        kernel::rpartition(s.bytes(), sep.bytes())
    } else {
        kernel::partition(s.bytes(), sep.bytes())
    };
    let whole = || Value::from(s.clone());
    let empty = || crate::lit!("");
    let part = |bytes: &[u8]| value_of_part(text(s).part(bytes));
    Ok(Tuple::value(match found {
        Some((before, after)) => vec![part(before), Value::from(sep), part(after)],
        None if from_right => vec![empty(), empty(), whole()],
        None => vec![whole(), empty(), empty()],
    }))
}

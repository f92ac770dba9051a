//! `bisect`: binary search in sorted sequences.
use crate::call::{Args, Module};
use crate::error::{exc, R};
use crate::member;
use crate::object::{symbols as sym, Value};

/// `(a, x, lo=0, hi=len(a), key=None)`: the insertion point, on the right of equal items when `right`.
fn search<'a>(args: &Args<'a>, function: &str, right: bool, keyed: bool) -> R<(&'a Value, &'a Value, i64)> {
    let names = [sym::a, sym::x, sym::lo, sym::hi, sym::key];
    let [list, x, lo, hi, key] = args.bind(function, names, 2, 0, 4)?;
    let (list, x) = (list.unwrap_or(&Value::None), x.unwrap_or(&Value::None));
    let key = key.filter(|key| !key.is_none());
    let mut lo = lo.map_or(Ok(0), crate::numbers::index)?;
    let mut hi = match hi {
        Some(hi) if !hi.is_none() => crate::numbers::index(hi)?,
        _ => list.len()? as i64,
    };
    if lo < 0 {
        return Err(exc::ValueError.err("lo must be non-negative"));
    }
    // `insort` compares the key of the new item; `bisect` takes x as a key already.
    let wanted = match key {
        Some(key) if keyed => key.call(&[x.clone()])?,
        _ => x.clone(),
    };
    while lo < hi {
        let middle = (lo + hi) / 2;
        let mut item = list.get_item(&Value::Int(middle))?;
        if let Some(key) = key {
            item = key.call(&[item])?;
        }
        if right {
            if wanted.is_lt(&item)? {
                hi = middle;
            } else {
                lo = middle + 1;
            }
        } else if item.is_lt(&wanted)? {
            lo = middle + 1;
        } else {
            hi = middle;
        }
    }
    Ok((list, x, lo))
}

pub fn bisect_left(args: Args) -> R<Value> {
    search(&args, "bisect_left", false, false).map(|(_, _, at)| Value::Int(at))
}

pub fn bisect_right(args: Args) -> R<Value> {
    search(&args, "bisect_right", true, false).map(|(_, _, at)| Value::Int(at))
}

pub fn bisect(args: Args) -> R<Value> {
    bisect_right(args)
}

fn insert(args: Args, function: &str, right: bool) -> R<Value> {
    let (list, x, at) = search(&args, function, right, true)?;
    list.call_method(member::insert.name(), &[Value::Int(at), x.clone()])?;
    Ok(Value::None)
}

pub fn insort_left(args: Args) -> R<Value> {
    insert(args, "insort_left", false)
}

pub fn insort_right(args: Args) -> R<Value> {
    insert(args, "insort_right", true)
}

pub fn insort(args: Args) -> R<Value> {
    insort_right(args)
}

members! {
    values {
    }
    functions {
        bisect "bisect";
        bisect_left "bisect_left";
        bisect_right "bisect_right";
        insort "insort";
        insort_left "insort_left";
        insort_right "insort_right";
    }
}

thread_local! {
    static MODULE: Value = Module::native("bisect", member, NAMES).value();
}

pub fn module() -> Value {
    MODULE.with(Clone::clone)
}

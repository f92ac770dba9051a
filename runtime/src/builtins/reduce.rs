//! Functions that reduce an iterable: `all`, `any`, `sum`, `min`, `max`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::iter::Iter;
use crate::object::{symbols as sym, Value};

/// `all(iterable)`.
pub fn all(args: Args) -> R<Value> {
    let [items] = args.exactly::<1>("all")?;
    all_of(items)
}

pub(super) fn all_of(items: &Value) -> R<Value> {
    let mut items = items.iter()?;
    while let Some(item) = items.next()? {
        if !item.truth()? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

/// `any(iterable)`.
pub fn any(args: Args) -> R<Value> {
    let [items] = args.exactly::<1>("any")?;
    any_of(items)
}

pub(super) fn any_of(items: &Value) -> R<Value> {
    let mut items = items.iter()?;
    while let Some(item) = items.next()? {
        if item.truth()? {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

/// `sum(iterable, start=0)`.
pub fn sum(args: Args) -> R<Value> {
    if args.plain().is_empty() {
        return Err(exc::TypeError.err("sum() takes at least 1 positional argument (0 given)"));
    }
    let [items, start] = args.bind("sum", [sym::iterable, sym::start], 1, 1, 2)?;
    sum_from(items.unwrap_or(&Value::None), start.unwrap_or(&Value::Int(0)))
}

pub(super) fn sum_from(items: &Value, start: &Value) -> R<Value> {
    let mut items = items.iter()?;
    let plain = start.unwrapped();
    if plain.as_str().is_some() {
        return Err(exc::TypeError.err("sum() can't sum strings [use ''.join(seq) instead]"));
    }
    if let Some(object) = plain.obj() {
        match object.vt().info.name {
            "bytes" => return Err(exc::TypeError.err("sum() can't sum bytes [use b''.join(seq) instead]")),
            "bytearray" => {
                return Err(exc::TypeError.err("sum() can't sum bytearray [use b''.join(seq) instead]"))
            }
            _ => {}
        }
    }
    let mut total = start.clone();
    while let Some(item) = items.next()? {
        total = total.add(&item)?;
    }
    Ok(total)
}

/// `min(iterable, *[, key, default])`, `min(a, b, *more[, key])`.
pub fn min(args: Args) -> R<Value> {
    extreme(args, "min", Value::is_lt)
}

/// `max(iterable, *[, key, default])`, `max(a, b, *more[, key])`.
pub fn max(args: Args) -> R<Value> {
    extreme(args, "max", Value::is_gt)
}

type Better = fn(&Value, &Value) -> R<bool>;

fn extreme(args: Args, function: &str, better: Better) -> R<Value> {
    let mut key = None;
    let mut default = None;
    for (name, value) in args.keywords() {
        match name {
            sym::key => key = Some(value).filter(|key| !key.is_none()),
            sym::default => default = Some(value),
            _ => {
                return Err(exc::TypeError.err(crate::join![
                    "'",
                    name.text(),
                    "' is an invalid keyword argument for ",
                    function,
                    "()"
                ]))
            }
        }
    }
    match args.plain() {
        [] => Err(exc::TypeError.err(crate::join![function, " expected at least 1 argument, got 0"])),
        [items] => match best(items.iter()?, key, better)? {
            Some(found) => Ok(found),
            None => match default {
                Some(default) => Ok(default.clone()),
                None => Err(exc::ValueError.err(crate::join![function, "() arg is an empty sequence"])),
            },
        },
        _ if default.is_some() => Err(exc::TypeError.err(crate::join![
            "Cannot specify a default for ",
            function,
            "() with multiple positional arguments"
        ])),
        several if key.is_none() => best_of(several, better),
        several => {
            let items = crate::seq::Tuple::value(several.to_vec());
            Ok(best(items.iter()?, key, better)?.unwrap_or(Value::None))
        }
    }
}

/// The best of two or more values.
fn best_of(values: &[Value], better: Better) -> R<Value> {
    let mut best = &values[0];
    for value in &values[1..] {
        if better(value, best)? {
            best = value;
        }
    }
    Ok(best.clone())
}

fn best(mut items: Iter, key: Option<&Value>, better: Better) -> R<Option<Value>> {
    let rank = |item: &Value| match key {
        Some(key) => key.call(&[item.clone()]),
        None => Ok(item.clone()),
    };
    let Some(mut best) = items.next()? else {
        return Ok(None);
    };
    let mut best_rank = rank(&best)?;
    while let Some(item) = items.next()? {
        let item_rank = rank(&item)?;
        if better(&item_rank, &best_rank)? {
            best = item;
            best_rank = item_rank;
        }
    }
    Ok(Some(best))
}

//! `OrderedDict`.
use super::{dict_of, native_class, with_self};
use crate::call::Args;
use crate::error::{exc, R};
use crate::object::{symbols as sym, Value};

pub fn class() -> R<Value> {
    native_class(
        "collections",
        "OrderedDict",
        crate::map::DICT.value(),
        &[
            (sym::move_to_end, move_to_end),
            (sym::popitem, popitem),
            (sym::__eq__, eq),
            (sym::__repr__, repr),
            (sym::copy, copy),
            (sym::__copy__, copy),
            (sym::__or__, or),
        ],
    )
}

fn move_to_end(args: Args) -> R<Value> {
    let [this, key, last] = args.bind("move_to_end", [sym::self_, sym::key, sym::last], 2, 1, 3)?;
    let (this, key) = (this.unwrap_or(&Value::None), key.unwrap_or(&Value::None));
    let dict = dict_of(this)?;
    let Some(value) = dict.remove(key)? else {
        return Err(crate::map::key_error(key));
    };
    if last.map_or(Ok(true), Value::truth)? {
        dict.set(key.clone(), value)?;
        return Ok(Value::None);
    }
    let rest = dict.pairs();
    dict.clear();
    dict.set(key.clone(), value)?;
    for (key, value) in rest {
        dict.set(key, value)?;
    }
    Ok(Value::None)
}

fn popitem(args: Args) -> R<Value> {
    let [this, last] = args.bind("popitem", [sym::self_, sym::last], 1, 1, 2)?;
    let dict = dict_of(this.unwrap_or(&Value::None))?;
    let pair = if last.map_or(Ok(true), Value::truth)? {
        dict.pop_last()
    } else {
        let first = dict.entry_from(0).map(|(_, key, value)| (key, value));
        if let Some((key, _)) = &first {
            dict.remove(key)?;
        }
        first
    };
    match pair {
        Some((key, value)) => Ok(crate::object::tuple_of([key, value].into_iter())),
        None => Err(exc::KeyError.err_key(Value::from("dictionary is empty"))),
    }
}

/// Between two OrderedDicts the order counts; against a dict it does not.
fn eq(args: Args) -> R<Value> {
    let (this, rest) = with_self::<1>(&args, "__eq__")?;
    let Some(other) = crate::map::Dict::of(&rest[0]) else {
        return Ok(Value::NotImplemented);
    };
    let dict = dict_of(this)?;
    if !dict.value().is_eq(&other.value())? {
        return Ok(Value::Bool(false));
    }
    if !super::is_instance(&rest[0], &super::ordered_class()) {
        return Ok(Value::Bool(true));
    }
    for (a, b) in dict.keys().iter().zip(&other.keys()) {
        if !a.same_or_eq(b)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

fn repr(args: Args) -> R<Value> {
    let (this, _) = with_self::<0>(&args, "__repr__")?;
    let dict = dict_of(this)?;
    if dict.is_empty() {
        return super::shown(&this.class().value(), &[]);
    }
    let pairs = dict
        .pairs()
        .into_iter()
        .map(|(k, v)| crate::object::tuple_of([k, v].into_iter()));
    let inner = crate::object::list_of(pairs).repr()?;
    super::shown(&this.class().value(), &[inner.as_str()])
}

fn copied(this: &Value) -> R<Value> {
    let copy = super::empty_like(this);
    dict_of(&copy)?.update(this)?;
    Ok(copy)
}

fn copy(args: Args) -> R<Value> {
    let (this, _) = with_self::<0>(&args, "copy")?;
    copied(this)
}

fn or(args: Args) -> R<Value> {
    let (this, rest) = with_self::<1>(&args, "__or__")?;
    if crate::map::Dict::of(&rest[0]).is_none() {
        return Ok(Value::NotImplemented);
    }
    let result = copied(this)?;
    dict_of(&result)?.update(&rest[0])?;
    Ok(result)
}

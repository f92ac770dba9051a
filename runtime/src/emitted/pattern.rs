//! The tests of `match` (PEP 634), and `locals()`.
use crate::error::{exc, R};
use crate::map::Dict;
use crate::object::{members, symbols as sym, Class, Sym, Value};
use crate::seq::{List, Tuple};

fn is_one_of(x: &Value, names: &[&str]) -> bool {
    x.class()
        .mro()
        .iter()
        .any(|class| class.is_builtin() && names.contains(&class.name().as_str()))
}

/// A sequence, but no str, bytes or bytearray.
pub fn match_sequence(x: &Value) -> R<bool> {
    Ok(is_one_of(
        x,
        &["list", "tuple", "range", "deque", "memoryview", "array"],
    ))
}

pub fn match_mapping(x: &Value) -> R<bool> {
    Ok(is_one_of(x, &["dict", "mappingproxy"]))
}

pub fn match_length_is(x: &Value, len: usize) -> R<bool> {
    Ok(x.len()? == len)
}

pub fn match_length_min(x: &Value, len: usize) -> R<bool> {
    Ok(x.len()? >= len)
}

pub fn match_item(x: &Value, index: i64) -> R<Value> {
    x.get_item(&Value::Int(index))
}

/// `[a, *rest, b]`: the items but for the first `before` and the last `after`.
pub fn match_rest(x: &Value, before: &Value, after: &Value) -> R<Value> {
    let items = x.iter()?.collect()?;
    let (Value::Int(before), Value::Int(after)) = (before, after) else {
        return Ok(Value::None);
    };
    let end = items.len().saturating_sub(*after as usize);
    Ok(List::value(
        items.get(*before as usize..end).unwrap_or(&[]).to_vec(),
    ))
}

/// The values of the keys as a tuple, or None when one is missing.
pub fn match_keys(x: &Value, keys: &[&Value]) -> R<Value> {
    let mut values = Vec::with_capacity(keys.len());
    for (i, key) in keys.iter().enumerate() {
        for other in &keys[..i] {
            if other.is_eq(key)? {
                return Err(exc::ValueError.err(crate::join![
                    "mapping pattern checks duplicate key (",
                    key.repr()?.as_str(),
                    ")"
                ]));
            }
        }
        let value = match x.cast::<Dict>() {
            Some(dict) => dict.get(key)?,
            None if x.contains(key)? => Some(x.get_item(key)?),
            None => None,
        };
        match value {
            Some(value) => values.push(value),
            None => return Ok(Value::None),
        }
    }
    Ok(Tuple::value(values))
}

/// All items but those of the keys.
pub fn match_others(x: &Value, keys: &[&Value]) -> R<Value> {
    let rest = Dict::new();
    for (key, value) in crate::call::arg_list::pairs_of(x, |_| x.type_error("' object is not a mapping"))? {
        rest.set(key, value)?;
    }
    for key in keys {
        rest.remove(key)?;
    }
    Ok(rest.value())
}

/// The attributes that a class pattern looks at, as a tuple, or None when the subject does not match.
pub fn match_class(x: &Value, class: &Value, positional: usize, names: &[Sym]) -> R<Value> {
    let Some(class) = class.cast::<Class>() else {
        return Err(exc::TypeError.err("called match pattern must be a class"));
    };
    if !crate::builtins::is_instance(x, &class.value())? {
        return Ok(Value::None);
    }
    let mut values = Vec::with_capacity(positional + names.len());
    if positional > 0 {
        let own = [
            "bool",
            "bytearray",
            "bytes",
            "dict",
            "float",
            "frozenset",
            "int",
            "list",
            "set",
            "str",
            "tuple",
        ];
        let args = class.lookup(sym::__match_args__);
        let accepted = match &args {
            Some(args) => args.len()?,
            None => usize::from(
                class
                    .mro()
                    .iter()
                    .any(|c| c.is_builtin() && own.contains(&c.name().as_str())),
            ),
        };
        if positional > accepted {
            return Err(exc::TypeError.err(crate::join![
                class.name().as_str(),
                "() accepts ",
                &accepted.to_string(),
                if accepted == 1 {
                    " positional sub-pattern ("
                } else {
                    " positional sub-patterns ("
                },
                &positional.to_string(),
                " given)"
            ]));
        }
        match args {
            None => values.push(x.clone()),
            Some(args) => {
                for i in 0..positional {
                    let name = args.get_item(&Value::Int(i as i64))?;
                    let Some(name) = name.as_str() else {
                        return Err(exc::TypeError.err("__match_args__ elements must be strings"));
                    };
                    match members::if_known(x, Sym::intern(name.as_str()))? {
                        Some(value) => values.push(value),
                        None => return Ok(Value::None),
                    }
                }
            }
        }
    }
    for name in names {
        match x.find_attr(*name)? {
            Some(value) => values.push(value),
            None => return Ok(Value::None),
        }
    }
    Ok(Tuple::value(values))
}

/// `locals()`: the bound variables by name.
pub fn locals_dict(names: &[Sym], values: &[&Value]) -> R<Value> {
    let dict = Dict::new();
    for (name, value) in names.iter().zip(values) {
        if !value.is_unset() {
            dict.set_str(&name.to_str(), (*value).clone());
        }
    }
    Ok(dict.value())
}

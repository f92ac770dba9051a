//! The functions of the module `builtins`. Each has the general form `fn(Args) -> R<Value>` under its Python name;
//! those that emitted code calls directly have a second form at the crate's root.
use crate::call::Args;
use crate::error::{exc, R};
use crate::object::{symbols as sym, Value};

/// `next(x)` of an iterator, StopIteration at its end.
pub fn next_or_stop(x: &Value) -> R<Value> {
    match x {
        Value::Obj(object) => match object.next()? {
            Some(item) => Ok(item),
            None => Err(exc::StopIteration.err_with(Vec::new())),
        },
        _ => Err(x.type_error("' object is not an iterator")),
    }
}

/// `print(*values, sep=' ', end='\n', file=None, flush=False)`.
pub fn print(args: Args) -> R<Value> {
    let mut sep = None;
    let mut end = None;
    let mut file = Value::None;
    let mut flush = false;
    for (name, value) in args.keywords() {
        match name {
            sym::sep => sep = text_or_none("sep", value)?,
            sym::end => end = text_or_none("end", value)?,
            sym::file => file = value.clone(),
            sym::flush => flush = value.truth()?,
            _ => {
                return Err(exc::TypeError.err(crate::join![
                    "'",
                    name.text(),
                    "' is an invalid keyword argument for print()"
                ]))
            }
        }
    }
    let to_file = |text: &[u8]| -> R<()> {
        if file.is_none() {
            crate::program::write_stdout(text)
        } else {
            let text = crate::object::Str::from_bytes(text.to_vec());
            file.call_method(sym::write, &[Value::from(text)]).map(drop)
        }
    };
    for (i, value) in args.plain().iter().enumerate() {
        if i > 0 {
            match &sep {
                Some(sep) => to_file(sep.bytes())?,
                None => to_file(b" ")?,
            }
        }
        to_file(value.to_str()?.bytes())?;
    }
    match &end {
        Some(end) => to_file(end.bytes())?,
        None => to_file(b"\n")?,
    }
    if flush {
        if file.is_none() {
            crate::program::flush_stdout()?;
        } else {
            file.call_method(sym::flush, &[])?;
        }
    }
    Ok(Value::None)
}

fn text_or_none(name: &str, value: &Value) -> R<Option<crate::object::Str>> {
    match value {
        Value::None => Ok(None),
        value => match value.as_str() {
            Some(text) => Ok(Some(text.clone())),
            None => Err(exc::TypeError.err(crate::join![
                name,
                " must be None or a string, not ",
                value.type_name().as_str()
            ])),
        },
    }
}

/// `dir(x)`.
pub fn dir(args: Args) -> R<Value> {
    args.between("dir", 0, 1)?;
    Ok(crate::seq::List::value(Vec::new()))
}

/// `pow(base, exp[, mod])`.
pub fn pow(args: Args) -> R<Value> {
    match args.between("pow", 2, 3)? {
        [base, exponent] => base.pow(exponent),
        _ => Err(exc::TypeError.err("pow() 3rd argument not allowed unless all arguments are integers")),
    }
}

//! `print`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::object::{symbols as sym, Str, Value};
use crate::program;

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
    if file.is_none() {
        match program::replaced_stdout() {
            None => {}
            Some(Value::None) => return Ok(Value::None),
            Some(other) => file = other,
        }
    }
    let write = |text: &Str| -> R<()> {
        if file.is_none() {
            program::print_text(text)
        } else {
            file.call_method(sym::write, &[Value::from(text.clone())])
                .map(drop)
        }
    };
    for (i, value) in args.plain().iter().enumerate() {
        if i > 0 {
            match &sep {
                Some(sep) => write(sep)?,
                None => write(&Str::fixed(" "))?,
            }
        }
        write(&value.to_str()?)?;
    }
    match &end {
        Some(end) => write(end)?,
        None => write(&Str::fixed("\n"))?,
    }
    if flush {
        if file.is_none() {
            program::flush_stdout()?;
        } else {
            file.call_method(sym::flush, &[])?;
        }
    }
    Ok(Value::None)
}

/// `print(*values)`.
pub(super) fn print_values(values: &[Value]) -> R<Value> {
    if let Some(print) = program::replaced_print() {
        return print(Args::positional(values));
    }
    for (i, value) in values.iter().enumerate() {
        if i > 0 {
            program::write_stdout(b" ")?;
        }
        match value {
            Value::Int(number) => program::write_int(*number),
            _ => match value.as_str() {
                Some(text) => program::print_text(text)?,
                None => program::print_text(&value.to_str()?)?,
            },
        }
    }
    program::write_stdout(b"\n")?;
    Ok(Value::None)
}

/// `print` of values with these texts.
pub(super) fn print_texts(texts: &[&'static str]) -> R<Value> {
    if let Some(print) = program::replaced_print() {
        let values: Vec<Value> = texts.iter().map(|text| Value::from(Str::fixed(text))).collect();
        return print(Args::positional(&values));
    }
    for (i, text) in texts.iter().enumerate() {
        if i > 0 {
            program::write_stdout(b" ")?;
        }
        program::write_stdout(text.as_bytes())?;
    }
    program::write_stdout(b"\n")?;
    Ok(Value::None)
}

fn text_or_none(name: &str, value: &Value) -> R<Option<Str>> {
    match value {
        Value::None => Ok(None),
        value => match value.unwrapped().as_str() {
            Some(text) => Ok(Some(text.clone())),
            None => Err(exc::TypeError.err(crate::join![
                name,
                " must be None or a string, not ",
                value.type_name().as_str()
            ])),
        },
    }
}

//! `str.maketrans` and `str.translate`.
use crate::call::{Args, Native};
use crate::error::{exc, R};
use crate::map::Dict;
use crate::numbers::int_ref;
use crate::object::{types, Str, TypeInfo, Value};
use crate::strings::arguments;
use crate::text::{push_point, Points};

/// `str.maketrans`.
pub fn maketrans(info: &'static TypeInfo) -> Option<Value> {
    (info.id == types::STR.id).then(|| Native::function("maketrans", make_table))
}

fn first_point(s: &Str) -> i64 {
    Points(s.bytes()).next().map_or(0, i64::from)
}

fn make_table(args: Args) -> R<Value> {
    let table = Dict::new();
    match args.between("maketrans", 1, 3)? {
        [source] => {
            let plain = source.unwrapped();
            if plain.cast::<Dict>().is_none() {
                return Err(
                    exc::TypeError.err("if you give only one argument to maketrans it must be a dict")
                );
            }
            let table = table.value();
            let mut keys = plain.iter()?;
            while let Some(key) = keys.next()? {
                let value = plain.get_item(&key)?;
                let point = if let Some(text) = arguments::as_str(&key) {
                    if text.chars() != 1 {
                        return Err(exc::ValueError.err("string keys in translate table must be of length 1"));
                    }
                    Value::Int(first_point(&text))
                } else if int_ref(&key.unwrapped()).is_some() {
                    key
                } else {
                    return Err(exc::TypeError.err("keys in translate table must be strings or integers"));
                };
                table.set_item(&point, value)?;
            }
            Ok(table)
        }
        [from, to, rest @ ..] => {
            let from = match arguments::as_str(from) {
                Some(from) => from,
                None => {
                    return Err(exc::TypeError
                        .err("first maketrans argument must be a string if there is a second argument"))
                }
            };
            let to = arguments::nth_str(to, "maketrans", 2)?;
            let drop = match rest.first() {
                Some(drop) => Some(arguments::nth_str(drop, "maketrans", 3)?),
                None => None,
            };
            if from.chars() != to.chars() {
                return Err(exc::ValueError.err("the first two maketrans arguments must have equal length"));
            }
            let table = table.value();
            for (from, to) in Points(from.bytes()).zip(Points(to.bytes())) {
                table.set_item(&Value::Int(i64::from(from)), Value::Int(i64::from(to)))?;
            }
            for point in drop.iter().flat_map(|drop| Points(drop.bytes())) {
                table.set_item(&Value::Int(i64::from(point)), Value::None)?;
            }
            Ok(table)
        }
        [] => Ok(table.value()),
    }
}

pub(super) fn translate(s: &Str, table: &Value) -> R<Str> {
    let mut out = Vec::with_capacity(s.bytes().len());
    for point in Points(s.bytes()) {
        let found = match table.get_item(&Value::Int(i64::from(point))) {
            Ok(found) => found,
            Err(e) if e.is(&exc::LookupError) => {
                push_point(&mut out, point);
                continue;
            }
            Err(e) => return Err(e),
        };
        if found.is_none() {
            continue;
        }
        if let Some(text) = arguments::as_str(&found) {
            out.extend_from_slice(text.bytes());
            continue;
        }
        match int_ref(&found.unwrapped()).map(|number| number.to_i64()) {
            Some(Some(code @ 0..=0x10_ffff)) => push_point(&mut out, code as u32),
            Some(_) => return Err(exc::ValueError.err("character mapping must be in range(0x110000)")),
            None => {
                return Err(exc::TypeError.err("character mapping must return integer, None or str"));
            }
        }
    }
    Ok(Str::from_bytes(out))
}

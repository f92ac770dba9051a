//! `str.format` and `str.format_map`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::format::{self, AutoNumber, FieldName, Fields, First, Step};
use crate::object::{attr, members, Str, Sym, Value};
use crate::strings;

/// Where fields find their values.
enum Source<'a> {
    Arguments(Args<'a>),
    Mapping(&'a Value),
}

/// `s.format(*args, **kwargs)`.
pub fn format_with(s: &Str, args: Args) -> R<Value> {
    build(s.bytes(), &Source::Arguments(args), &mut AutoNumber::default(), 2).map(Value::from)
}

/// `s.format_map(mapping)`.
pub fn format_map(s: &Str, mapping: &Value) -> R<Value> {
    build(
        s.bytes(),
        &Source::Mapping(mapping),
        &mut AutoNumber::default(),
        2,
    )
    .map(Value::from)
}

fn owned(bytes: &[u8]) -> Str {
    Str::from_bytes(bytes.to_vec())
}

fn build(format: &[u8], source: &Source, numbering: &mut AutoNumber, depth: u32) -> R<Str> {
    if depth == 0 {
        return Err(exc::ValueError.err("Max string recursion exceeded"));
    }
    let mut out = Vec::with_capacity(format.len() + 16);
    let mut fields = Fields::new(format);
    while let Some(piece) = fields.next_piece()? {
        out.extend_from_slice(piece.literal);
        let Some(field) = piece.field else { continue };
        let value = look_up(field.name, source, numbering)?;
        let value = convert(field.conversion, value)?;
        let spec = if field.nested {
            build(field.spec, source, numbering, depth - 1)?
        } else {
            owned(field.spec)
        };
        out.extend_from_slice(value.format(&spec)?.bytes());
    }
    Ok(Str::from_bytes(out))
}

fn attribute_of(x: &Value, name: Sym) -> R<Value> {
    members::if_known(x, name)?.ok_or_else(|| attr::no_attribute(x, name))
}

fn look_up(name: &[u8], source: &Source, numbering: &mut AutoNumber) -> R<Value> {
    let mut name = FieldName::parse(name, numbering)?;
    let mut value = match (&name.first, source) {
        (First::Index(index), Source::Arguments(args)) => match args.plain().get(*index) {
            Some(value) => value.clone(),
            None => return Err(format::index_out_of_range(*index).into()),
        },
        (First::Index(_), Source::Mapping(_)) => {
            return Err(exc::ValueError.err("Format string contains positional fields"))
        }
        (First::Key(key), Source::Mapping(mapping)) => mapping.get_item(&Value::from(owned(key)))?,
        (First::Key(key), Source::Arguments(args)) => {
            match args.keywords().find(|(name, _)| name.text().as_bytes() == *key) {
                Some((_, value)) => value.clone(),
                None => return Err(exc::KeyError.err_key(Value::from(owned(key)))),
            }
        }
    };
    while let Some(step) = name.next_step()? {
        value = match step {
            Step::Attribute(attribute) => attribute_of(&value, Sym::intern(owned(attribute).as_str()))?,
            Step::Index(index) => value.get_item(&Value::Int(index as i64))?,
            Step::Key(key) => value.get_item(&Value::from(owned(key)))?,
        };
    }
    Ok(value)
}

/// `!r`, `!s`, `!a`; 0: no conversion.
pub fn convert(conversion: u32, value: Value) -> R<Value> {
    match u8::try_from(conversion) {
        Ok(0) => Ok(value),
        Ok(kind @ (b'r' | b's' | b'a')) => strings::percent_text_of(kind, &value).map(Value::from),
        _ => Err(format::unknown_conversion(conversion).into()),
    }
}

//! `bytes % values`: done as text of the code points below 256, since the directives are the same.
use crate::error::{exc, R};
use crate::object::{symbols as sym, Value};
use crate::seq::bytestring::Buffer;
use crate::seq::{List, Tuple};
use crate::text::{Encoding, Policy};

/// `data % values`.
pub(super) fn percent(data: &[u8], values: &Value) -> R<Vec<u8>> {
    let mut format = data.to_vec();
    let tuple = Tuple::of(values);
    let single = std::slice::from_ref(values);
    let given = tuple.as_ref().map_or(single, |tuple| tuple.items());
    let mut taken: Vec<Value> = Vec::with_capacity(given.len());
    let mut at = 0;
    while let Some(kind_at) = next_directive(&format, &mut at) {
        let stars = format[at..kind_at].iter().filter(|byte| **byte == b'*').count();
        at = kind_at + 1;
        if format[kind_at] == b'%' {
            continue;
        }
        for _ in 0..stars {
            taken.extend(given.get(taken.len()).cloned());
        }
        let Some(value) = given.get(taken.len()) else {
            return Err(exc::TypeError.err("not enough arguments for format string"));
        };
        taken.push(match format[kind_at] {
            b's' | b'b' => {
                format[kind_at] = b's';
                as_text(&content(value)?)?
            }
            b'c' if Buffer::of(value).is_some() => as_text(&content(value)?)?,
            b'r' => {
                format[kind_at] = b'a';
                value.clone()
            }
            _ => value.clone(),
        });
    }
    if taken.len() < given.len() && !(tuple.is_none() && is_mapping(values)) {
        return Err(exc::TypeError.err("not all arguments converted during bytes formatting"));
    }
    let text = as_text(&format)?;
    let Some(text) = text.as_str() else {
        return Ok(Vec::new());
    };
    let made = crate::strings::percent(text, &Tuple::value(taken))?;
    match made.as_str() {
        Some(made) => crate::strings::encode_with(made, Encoding::Latin1, Policy::Strict),
        None => Ok(Vec::new()),
    }
}

/// Where the next directive's letter is, with `at` moved to just after its `%`.
fn next_directive(format: &[u8], at: &mut usize) -> Option<usize> {
    let percent = *at + format[*at..].iter().position(|byte| *byte == b'%')?;
    *at = percent + 1;
    let rest = &format[*at..];
    let skip = rest
        .iter()
        .position(|byte| !b"#0- +.*123456789hlL".contains(byte));
    skip.map(|skip| percent + 1 + skip)
}

fn is_mapping(x: &Value) -> bool {
    x.cast::<crate::map::Dict>().is_some() || x.cast::<List>().is_some()
}

/// What `%s` and `%b` take.
fn content(x: &Value) -> R<Vec<u8>> {
    if let Some(data) = Buffer::of(x) {
        return Ok(data.into_vec());
    }
    if let Some(hook) = x.class().special(sym::__bytes__) {
        return Ok(Buffer::required(&hook.call(&[x.clone()])?)?.into_vec());
    }
    Err(exc::TypeError.err(crate::join![
        "%b requires a bytes-like object, or an object that implements __bytes__, not '",
        x.type_name().as_str(),
        "'"
    ]))
}

fn as_text(data: &[u8]) -> R<Value> {
    let latin = crate::object::Str::fixed("latin-1");
    crate::strings::decode(data, Some(&latin), None).map(Value::from)
}

//! `bytes % values`: done as text of the code points below 256, since the directives are the same.
use crate::error::{exc, R};
use crate::object::{symbols as sym, Value};
use crate::seq::bytestring::{Buffer, Bytes};
use crate::seq::position::index_of;
use crate::seq::{List, Tuple};
use crate::text::{Encoding, Policy};

/// `data % values`.
pub(super) fn percent(data: &[u8], values: &Value) -> R<Vec<u8>> {
    let mut format = data.to_vec();
    let tuple = Tuple::of(values);
    let single = std::slice::from_ref(values);
    let given = tuple.as_ref().map_or(single, |tuple| tuple.items());
    let mut taken: Vec<Value> = Vec::with_capacity(given.len());
    let mut keyed = false;
    let mut at = 0;
    while let Some(mut kind_at) = next_directive(&format, &mut at) {
        let mut value = None;
        if format[kind_at] == b'(' {
            let Some(close) = format[kind_at..].iter().position(|byte| *byte == b')') else {
                return Err(exc::ValueError.err("incomplete format key"));
            };
            let key: Vec<u8> = format.drain(kind_at..=kind_at + close).collect();
            value = Some(values.get_item(&Bytes::value(key[1..close].to_vec()))?);
            keyed = true;
            let Some(skip) = letter_of(&format[at..]) else {
                break;
            };
            kind_at = at + skip;
        }
        let stars = format[at..kind_at].iter().filter(|byte| **byte == b'*').count();
        at = kind_at + 1;
        if format[kind_at] == b'%' {
            continue;
        }
        for _ in 0..stars {
            taken.extend(given.get(taken.len()).cloned());
        }
        let Some(value) = value.or_else(|| given.get(taken.len()).cloned()) else {
            return Err(exc::TypeError.err("not enough arguments for format string"));
        };
        taken.push(match format[kind_at] {
            b's' | b'b' => {
                format[kind_at] = b's';
                as_text(&content(&value)?)?
            }
            b'c' => as_text(&[one_byte(&value)?])?,
            b'r' => {
                format[kind_at] = b'a';
                value
            }
            _ => value,
        });
    }
    if !keyed && taken.len() < given.len() && !(tuple.is_none() && is_mapping(values)) {
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
    letter_of(&format[*at..]).map(|skip| percent + 1 + skip)
}

/// How far the letter of a directive is behind its flags, width and precision.
fn letter_of(rest: &[u8]) -> Option<usize> {
    rest.iter()
        .position(|byte| !b"#0- +.*123456789hlL".contains(byte))
}

fn is_mapping(x: &Value) -> bool {
    x.cast::<crate::map::Dict>().is_some() || x.cast::<List>().is_some()
}

/// What `%c` takes.
fn one_byte(x: &Value) -> R<u8> {
    if let Some(data) = Buffer::of(x) {
        if let [one] = *data {
            return Ok(one);
        }
    } else if let Some(index) = index_of(x)? {
        return u8::try_from(index.clamped()).map_err(|_| exc::OverflowError.err("%c arg not in range(256)"));
    }
    Err(exc::TypeError.err("%c requires an integer in range(256) or a single byte"))
}

/// What `%s` and `%b` take.
fn content(x: &Value) -> R<Vec<u8>> {
    if let Some(data) = Buffer::of(x) {
        return Ok(data.into_vec());
    }
    if let Some(hook) = x.special(sym::__bytes__) {
        return Ok(Buffer::required(&hook.call(std::slice::from_ref(x))?)?.into_vec());
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

//! `str` as Python sees it: operators and methods over the kernels in `text` and `format`.
mod arguments;
mod codec;
mod index;
mod interpolate;
mod percent;
mod split;
mod str_methods;
mod translate;

pub(crate) use arguments::needle_and_range;
pub use codec::{bytes_of, bytes_value, decode, encode, encode_with, surrogates_not_allowed};
pub use index::{char_at, get_item, repeat, repeated, sliced};
pub use interpolate::{convert, format_map, format_with};
pub use percent::{percent, percent_text_of};
pub use split::{lines, pieces, words};
pub use str_methods::{
    checked_width, count_in, find_in, found_at, join, join_items, padded, replaced, stripped, StrMethods,
};
pub use translate::maketrans;

use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::object::{symbols as sym, Class, Ref, StaticStr, Str, Value};
use crate::text::{Text, TextBuf};
use std::sync::OnceLock;

/// The string as the kernels take it.
pub fn text(s: &Str) -> Text<'_> {
    Text {
        bytes: s.bytes(),
        len: s.chars(),
    }
}

/// The string that a kernel made.
pub fn from_buf(buf: TextBuf) -> Str {
    Str::from_bytes(buf.bytes)
}

pub fn value_of(buf: TextBuf) -> Value {
    Value::from(from_buf(buf))
}

/// A string of the code points in `part`.
pub fn value_of_part(part: Text) -> Value {
    match part.bytes {
        [] => crate::lit!(""),
        [one] => one_char(&[*one]),
        bytes => Value::from(Str::from_bytes(bytes.to_vec())),
    }
}

/// `repr(s)`.
pub fn repr(s: &Str) -> Str {
    let mut out = Vec::with_capacity(s.bytes().len() + 2);
    crate::text::repr(text(s), &mut out);
    Str::from_bytes(out)
}

/// `ascii(x)`: the repr with everything but ASCII escaped.
pub fn ascii(x: &Value) -> R<Str> {
    let shown = x.repr()?;
    if shown.is_ascii() {
        return Ok(shown);
    }
    let mut out = Vec::new();
    crate::text::escape(text(&shown), &mut out);
    Ok(Str::from_bytes(out))
}

/// `format(s, spec)`.
pub fn format(s: &Str, spec: &Str) -> R<Str> {
    Ok(from_buf(crate::format::format_text(text(s), text(spec), "str")?))
}

/// `item in s`.
pub fn contains(s: &Str, item: &Value) -> R<bool> {
    match item.unwrapped().as_str() {
        Some(item) => Ok(crate::text::index_of(s.bytes(), item.bytes()).is_some()),
        None => Err(exc::TypeError.err(crate::join![
            "'in <string>' requires string as left operand, not ",
            item.type_name().as_str()
        ])),
    }
}

/// The strings of one ASCII character, made on first use and immortal.
static CHARS: OnceLock<Box<[StaticStr]>> = OnceLock::new();

static ASCII: [u8; 128] = {
    let mut all = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        all[byte as usize] = byte;
        byte += 1;
    }
    all
};

/// The string of one ASCII character.
#[inline]
pub fn ascii_char(byte: u8) -> Str {
    CHARS.get_or_init(ascii_chars)[byte as usize].str()
}

#[cold]
fn ascii_chars() -> Box<[StaticStr]> {
    let one = |byte: &'static [u8]| StaticStr::new(std::str::from_utf8(byte).unwrap_or_default());
    ASCII.chunks(1).map(one).collect()
}

/// The string of one code point, given its bytes.
pub fn one_char(bytes: &[u8]) -> Value {
    match bytes {
        [byte @ 0..=0x7f] => Value::from(ascii_char(*byte)),
        _ => Value::from(Str::from_bytes(bytes.to_vec())),
    }
}

/// The string of one code point.
pub fn from_point(point: u32) -> Value {
    let mut bytes = Vec::with_capacity(4);
    crate::text::push_point(&mut bytes, point);
    one_char(&bytes)
}

/// `str(x)`, `str(bytes, encoding, errors)`.
pub fn str_new(_: &Ref<Class>, args: Args) -> R<Value> {
    match (args.values, args.names) {
        ([], []) => return Ok(crate::lit!("")),
        ([x], []) => return x.to_str().map(Value::from),
        _ => {}
    }
    let [object, encoding, errors] = args.bind("str", [sym::object, sym::encoding, sym::errors], 0, 0, 3)?;
    let encoding = encoding
        .map(|e| arguments::named_str(e, "str", "encoding"))
        .transpose()?;
    let errors = errors
        .map(|e| arguments::named_str(e, "str", "errors"))
        .transpose()?;
    let Some(object) = object else {
        return Ok(crate::lit!(""));
    };
    if encoding.is_none() && errors.is_none() {
        return object.to_str().map(Value::from);
    }
    let plain = object.unwrapped();
    if plain.as_str().is_some() {
        return Err(exc::TypeError.err("decoding str is not supported"));
    }
    match bytes_of(&plain) {
        Some(bytes) => decode(&bytes, encoding.as_ref(), errors.as_ref()).map(Value::from),
        None => Err(exc::TypeError.err(crate::join![
            "decoding to str: need a bytes-like object, ",
            object.type_name().as_str(),
            " found"
        ])),
    }
}

#[cold]
pub(crate) fn must_be_str(x: &Value) -> PyErr {
    exc::TypeError.err(crate::join!["must be str, not ", x.type_name().as_str()])
}

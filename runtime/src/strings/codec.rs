//! Between str and bytes: encodings, error handlers, and the exceptions about what does not fit.
use crate::error::{exc, PyErr, R};
use crate::fault::Fault;
use crate::object::{Str, Value};
use crate::seq::{Buffer, Bytes};
use crate::strings;
use crate::text::{self, Encoding, Policy};

/// The content of a bytes-like object.
pub fn bytes_of(x: &Value) -> Option<Vec<u8>> {
    Buffer::of(x).map(Buffer::into_vec)
}

/// A bytes object.
pub fn bytes_value(bytes: Vec<u8>) -> Value {
    Bytes::value(bytes)
}

fn encoding_named(name: Option<&Str>) -> R<Encoding> {
    let Some(name) = name else {
        return Ok(Encoding::Utf8);
    };
    text::find_encoding(name.as_str())
        .ok_or_else(|| exc::LookupError.err(crate::join!["unknown encoding: ", name.as_str()]))
}

/// `s.encode(encoding, errors)`.
pub fn encode(s: &Str, encoding: Option<&Str>, errors: Option<&Str>) -> R<Vec<u8>> {
    let encoding = encoding_named(encoding)?;
    let policy = errors.map_or(Policy::Strict, |e| text::find_policy(e.as_str()));
    encode_with(s, encoding, policy)
}

pub fn encode_with(s: &Str, encoding: Encoding, policy: Policy) -> R<Vec<u8>> {
    text::encode(strings::text(s), encoding, policy).map_err(|fault| match fault {
        Fault::Encode(fault) => exc::UnicodeEncodeError.err_with(vec![
            Value::from(Str::fixed(fault.encoding)),
            Value::from(s.clone()),
            Value::Int(fault.start as i64),
            Value::Int(fault.end as i64),
            Value::from(Str::fixed(fault.reason)),
        ]),
        other => PyErr::from(other),
    })
}

/// `bytes.decode(encoding, errors)`.
pub fn decode(bytes: &[u8], encoding: Option<&Str>, errors: Option<&Str>) -> R<Str> {
    let encoding = encoding_named(encoding)?;
    let policy = errors.map_or(Policy::Strict, |e| text::find_policy(e.as_str()));
    match text::decode(bytes, encoding, policy) {
        Ok(text) => Ok(strings::from_buf(text)),
        Err(Fault::Decode(fault)) => Err(exc::UnicodeDecodeError.err_with(vec![
            Value::from(Str::fixed(fault.encoding)),
            bytes_value(bytes[fault.skip..].to_vec()),
            Value::Int(fault.start as i64),
            Value::Int(fault.end as i64),
            Value::from(Str::fixed(fault.reason)),
        ])),
        Err(other) => Err(other.into()),
    }
}

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

/// The error of writing a str that holds lone surrogates as UTF-8.
#[cold]
pub fn surrogates_not_allowed(s: &Str) -> PyErr {
    let is_surrogate = |point: u32| (0xD800..0xE000).contains(&point);
    let mut points = text::Points(s.bytes());
    let start = points.position(is_surrogate).unwrap_or(0);
    let end = start + 1 + points.take_while(|point| is_surrogate(*point)).count();
    encode_error(s, "utf-8", start, end, "surrogates not allowed")
}

#[cold]
fn encode_error(s: &Str, encoding: &'static str, start: usize, end: usize, reason: &'static str) -> PyErr {
    exc::UnicodeEncodeError.own_err(vec![
        Value::from(Str::fixed(encoding)),
        Value::from(s.clone()),
        Value::Int(start as i64),
        Value::Int(end as i64),
        Value::from(Str::fixed(reason)),
    ])
}

pub fn encode_with(s: &Str, encoding: Encoding, policy: Policy) -> R<Vec<u8>> {
    text::encode(strings::text(s), encoding, policy).map_err(|fault| match fault {
        Fault::Encode(fault) => encode_error(s, fault.encoding, fault.start, fault.end, fault.reason),
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

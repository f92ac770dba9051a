//! `bytes` and what it shares with `bytearray`: buffers, construction, operators.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::iter::Iter;
use crate::object::{hash, symbols as sym, BinOp, Class, CmpOp, PyObject, Ref, Str, TypeInfo, Value};
use crate::seq::bytearray::ByteArray;
use crate::seq::number_array::Array;
use crate::seq::position::{self, place, slice_indices, times};
use crate::seq::{byte_format, byte_methods, memoryview, Slice};
use std::ops::Deref;

pub struct Bytes {
    data: Vec<u8>,
}

pub static BYTES: TypeInfo = TypeInfo {
    new: Some(bytes_new),
    method: byte_methods::bytes_method,
    class_attr: byte_methods::bytes_class_attr,
    names: byte_methods::NAMES,
    sequence: true,
    subclassable: true,
    ..TypeInfo::plain("bytes")
};

impl Bytes {
    pub fn value(data: Vec<u8>) -> Value {
        Ref::new(Bytes { data }).into()
    }
    pub fn data(&self) -> &[u8] {
        &self.data
    }
}

/// The content of a bytes-like object. A bytearray's is copied: Python code may change it meanwhile.
pub enum Buffer {
    Fixed(Ref<Bytes>),
    Copied(Vec<u8>),
}

impl Buffer {
    pub fn of(x: &Value) -> Option<Buffer> {
        if let Some(bytes) = x.cast::<Bytes>() {
            return Some(Buffer::Fixed(bytes.clone()));
        }
        if let Some(array) = x.cast::<ByteArray>() {
            return Some(Buffer::Copied(array.to_vec()));
        }
        if let Some(array) = x.cast::<Array>() {
            return Some(Buffer::Copied(array.with_bytes(|data| data.clone())));
        }
        if let Some(data) = x.obj().and_then(memoryview::content) {
            return Some(Buffer::Copied(data));
        }
        x.obj()?.payload().as_ref().and_then(Buffer::of)
    }

    /// The content, or the TypeError of an argument that is not bytes-like.
    pub fn required(x: &Value) -> R<Buffer> {
        Buffer::of(x).ok_or_else(|| {
            let kind = x.type_name();
            exc::TypeError.err(crate::join![
                "a bytes-like object is required, not '",
                kind.as_str(),
                "'"
            ])
        })
    }

    pub fn into_vec(self) -> Vec<u8> {
        match self {
            Buffer::Fixed(bytes) => bytes.data.clone(),
            Buffer::Copied(data) => data,
        }
    }
}

impl Deref for Buffer {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        match self {
            Buffer::Fixed(bytes) => &bytes.data,
            Buffer::Copied(data) => data,
        }
    }
}

/// The two types.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Bytes,
    Array,
}

impl Kind {
    pub fn of(x: &Value) -> Kind {
        let array = x.cast::<ByteArray>().is_some() || x.unwrapped().cast::<ByteArray>().is_some();
        if array {
            Kind::Array
        } else {
            Kind::Bytes
        }
    }
    pub fn make(self, data: Vec<u8>) -> Value {
        match self {
            Kind::Bytes => Bytes::value(data),
            Kind::Array => ByteArray::value(data),
        }
    }
    pub fn name(self) -> &'static str {
        match self {
            Kind::Bytes => "bytes",
            Kind::Array => "bytearray",
        }
    }
    /// How its errors call one item.
    fn unit(self) -> &'static str {
        match self {
            Kind::Bytes => "bytes",
            Kind::Array => "byte",
        }
    }
}

#[cold]
fn out_of_range(unit: &str) -> PyErr {
    exc::ValueError.err(crate::join![unit, " must be in range(0, 256)"])
}

/// An item: a whole number in range(256).
pub(super) fn byte(x: &Value) -> R<u8> {
    byte_in(x, "byte")
}

fn byte_in(x: &Value, unit: &str) -> R<u8> {
    match position::index_of(x)? {
        Some(index) => u8::try_from(index.clamped()).map_err(|_| out_of_range(unit)),
        None => Err(x.type_error("' object cannot be interpreted as an integer")),
    }
}

/// What `bytes(...)` and `bytearray(...)` make of their arguments.
pub(super) fn build(kind: Kind, args: Args) -> R<Vec<u8>> {
    let [source, encoding, errors] =
        args.bind(kind.name(), [sym::source, sym::encoding, sym::errors], 0, 0, 3)?;
    let text_arg = |x: Option<&Value>, name: &str| -> R<Option<Str>> {
        let Some(x) = x else { return Ok(None) };
        match x.unwrapped().as_str() {
            Some(text) => Ok(Some(text.clone())),
            None => Err(exc::TypeError.err(crate::join![
                kind.name(),
                "() argument '",
                name,
                "' must be str, not ",
                x.type_name().as_str()
            ])),
        }
    };
    let (encoding, errors) = (text_arg(encoding, "encoding")?, text_arg(errors, "errors")?);
    let Some(source) = source else {
        return match (encoding, errors) {
            (None, None) => Ok(Vec::new()),
            (Some(_), _) => Err(exc::TypeError.err("encoding without a string argument")),
            _ => Err(exc::TypeError.err("errors without a string argument")),
        };
    };
    if let Some(text) = source.unwrapped().as_str() {
        if encoding.is_none() {
            return Err(exc::TypeError.err("string argument without an encoding"));
        }
        return crate::strings::encode(text, encoding.as_ref(), errors.as_ref());
    }
    if encoding.is_some() {
        return Err(exc::TypeError.err("encoding without a string argument"));
    }
    if errors.is_some() {
        return Err(exc::TypeError.err("errors without a string argument"));
    }
    from_value(kind, source)
}

fn from_value(kind: Kind, source: &Value) -> R<Vec<u8>> {
    if let (Kind::Bytes, Some(hook)) = (kind, source.special(sym::__bytes__)) {
        let made = hook.call(std::slice::from_ref(source))?;
        return match made.unwrapped().cast::<Bytes>() {
            Some(bytes) => Ok(bytes.data.clone()),
            None => Err(exc::TypeError.err(crate::join![
                "__bytes__ returned non-bytes (type ",
                made.type_name().as_str(),
                ")"
            ])),
        };
    }
    if let Some(buffer) = Buffer::of(source) {
        return Ok(buffer.into_vec());
    }
    if let Some(len) = times(source)? {
        if len < 0 {
            return Err(exc::ValueError.err("negative count"));
        }
        let mut data = Vec::new();
        let len = usize::try_from(len).unwrap_or(usize::MAX);
        if len > isize::MAX as usize || data.try_reserve_exact(len).is_err() {
            return Err(exc::MemoryError.bare_err());
        }
        data.resize(len, 0);
        return Ok(data);
    }
    let mut iter = match source.iter() {
        Ok(iter) => iter,
        Err(e) if e.is(&exc::TypeError) => {
            return Err(exc::TypeError.err(crate::join![
                "cannot convert '",
                source.type_name().as_str(),
                "' object to ",
                kind.name()
            ]))
        }
        Err(e) => return Err(e),
    };
    let mut data = Vec::new();
    while let Some(item) = iter.next()? {
        data.push(byte_in(&item, kind.unit())?);
    }
    Ok(data)
}

/// `bytes(...)`.
fn bytes_new(_: &Ref<Class>, args: Args) -> R<Value> {
    if let ([only], []) = (args.values, args.names) {
        if only.cast::<Bytes>().is_some() {
            return Ok(only.clone());
        }
    }
    build(Kind::Bytes, args).map(Bytes::value)
}

/// `data[key]`.
pub(super) fn item(kind: Kind, data: &[u8], key: &Value) -> R<Value> {
    if let Some(slice) = key.cast::<Slice>() {
        let span = slice_indices(data.len(), slice)?;
        return Ok(kind.make(span.pick(data)));
    }
    let unit = if kind == Kind::Bytes { "byte" } else { "bytearray" };
    match place(position::subscript(key, unit)?, data.len()) {
        Some(at) => Ok(Value::Int(i64::from(data[at]))),
        None => Err(index_error(kind)),
    }
}

#[cold]
pub(super) fn index_error(kind: Kind) -> PyErr {
    exc::IndexError.err(match kind {
        Kind::Bytes => "index out of range",
        Kind::Array => "bytearray index out of range",
    })
}

/// `x in data`: a byte or a part.
pub(super) fn holds(data: &[u8], x: &Value) -> R<bool> {
    if let Some(part) = Buffer::of(x) {
        return Ok(crate::text::index_of(data, &part).is_some());
    }
    if position::index_value(x)?.is_none() {
        Buffer::required(x)?;
    }
    Ok(data.contains(&byte(x)?))
}

pub(super) fn compare(data: &[u8], op: CmpOp, other: &Value) -> Value {
    match Buffer::of(other) {
        Some(other) => Value::Bool(op.test(data.cmp(&other))),
        None => Value::NotImplemented,
    }
}

/// `data OP other` for `+`, `*` and `%`.
pub(super) fn binary(kind: Kind, data: &[u8], op: BinOp, other: &Value) -> R<Value> {
    match op {
        BinOp::Add => Ok(match Buffer::of(other) {
            Some(other) => kind.make([data, &other].concat()),
            None => Value::NotImplemented,
        }),
        BinOp::Mul => match times(other)? {
            Some(count) => {
                let total = crate::seq::repeat_len(data.len(), count)?;
                let count = if data.is_empty() { 0 } else { total / data.len() };
                Ok(kind.make(data.repeat(count)))
            }
            None => Ok(Value::NotImplemented),
        },
        BinOp::Mod => byte_format::percent(data, other).map(|data| kind.make(data)),
        _ => Ok(Value::NotImplemented),
    }
}

pub(super) fn repr(data: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(data.len() + 3);
    crate::text::repr_bytes(data, &mut text);
    text
}

impl PyObject for Bytes {
    const TYPE: &'static TypeInfo = &BYTES;

    fn repr(this: &Ref<Self>) -> R<Str> {
        Ok(Str::from_bytes(repr(&this.data)))
    }
    fn hash(this: &Ref<Self>) -> R<i64> {
        Ok(hash::hash_bytes(&this.data))
    }
    fn len(this: &Ref<Self>) -> R<Option<usize>> {
        Ok(Some(this.data.len()))
    }
    fn iter(this: &Ref<Self>) -> R<Option<Iter>> {
        Ok(Some(Iter::Bytes {
            bytes: this.clone(),
            at: 0,
        }))
    }
    fn get_item(this: &Ref<Self>, key: &Value) -> R<Value> {
        item(Kind::Bytes, &this.data, key)
    }
    fn contains(this: &Ref<Self>, x: &Value) -> R<Option<bool>> {
        holds(&this.data, x).map(Some)
    }
    fn compare(this: &Ref<Self>, op: CmpOp, other: &Value) -> R<Value> {
        // Bytes know themselves and bytearray; arrays and memoryviews compare themselves to bytes.
        if Array::of(other).is_some() || other.obj().is_some_and(|o| o.is::<memoryview::MemoryView>()) {
            return Ok(Value::NotImplemented);
        }
        Ok(compare(&this.data, op, other))
    }
    fn binary(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        binary(Kind::Bytes, &this.data, op, other)
    }
    fn reflected(this: &Ref<Self>, op: BinOp, other: &Value) -> R<Value> {
        match op {
            BinOp::Mul => Self::binary(this, op, other),
            _ => Ok(Value::NotImplemented),
        }
    }
}

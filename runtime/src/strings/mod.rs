//! `str` as Python sees it: operators and methods over the kernels in `text` and `format`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::object::{Class, Method, Ref, Str, Sym, Value};

pub fn repr(s: &Str) -> Str {
    Str::from(crate::join!["'", s.as_str(), "'"])
}
pub fn format(s: &Str, _spec: &Str) -> R<Str> {
    Ok(s.clone())
}
pub fn get_item(s: &Str, key: &Value) -> R<Value> {
    let _ = s;
    Err(key.type_error("' index"))
}
pub fn contains(s: &Str, item: &Value) -> R<bool> {
    match item.as_str() {
        Some(item) => Ok(s.as_str().contains(item.as_str())),
        None => Err(exc::TypeError.err(crate::join![
            "'in <string>' requires string as left operand, not ",
            item.type_name().as_str()
        ])),
    }
}
pub fn percent(_s: &Str, _other: &Value) -> R<Value> {
    Ok(Value::NotImplemented)
}
pub fn repeat(_s: &Str, _count: &Value) -> R<Value> {
    Ok(Value::NotImplemented)
}
/// The string of one code point, given its bytes.
pub fn one_char(bytes: &[u8]) -> Value {
    Value::from(Str::from_bytes(bytes.to_vec()))
}
pub fn str_new(_: &Ref<Class>, args: Args) -> R<Value> {
    match args.values.first() {
        Some(x) => x.to_str().map(Value::from),
        None => Ok(crate::lit!("")),
    }
}
pub fn str_method(_: Sym) -> Option<Method> {
    None
}
pub fn str_class_attr(_: Sym) -> Option<Value> {
    None
}

/// The string as the kernels take it.
pub fn text(s: &Str) -> crate::text::Text<'_> {
    crate::text::Text {
        bytes: s.bytes(),
        len: s.chars(),
    }
}
/// The content of a bytes-like object.
pub fn bytes_of(_: &Value) -> Option<Vec<u8>> {
    None
}
/// A bytes object.
pub fn bytes_value(bytes: Vec<u8>) -> Value {
    Value::from(Str::from_bytes(bytes))
}

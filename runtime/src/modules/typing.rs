//! `typing`: names that annotations use; they have no effect at run time.
use crate::error::R;
use crate::object::{Class, Ref, Value};

/// `list[int]`.
pub fn alias(class: &Ref<Class>, key: &Value) -> R<Value> {
    let _ = key;
    Ok(class.value())
}

/// `int | None`.
pub fn union(left: &Value, right: &Value) -> R<Value> {
    crate::builtins::union_of(left, right)
}

//! `format(number, spec)`.
use crate::error::R;
use crate::object::{Str, Value};

/// `format(x, spec)` of a number of a builtin type; the spec is not empty.
pub fn format(x: &Value, _spec: &Str) -> R<Str> {
    x.to_str()
}

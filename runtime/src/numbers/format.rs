//! `format(number, spec)`.
use crate::error::R;
use crate::format::{format_complex, format_float, format_int};
use crate::numbers::{number, Number};
use crate::object::{Str, Value};
use crate::strings::{from_buf, text};

/// `format(x, spec)` of a number of a builtin type; the spec is not empty.
pub fn format(x: &Value, spec: &Str) -> R<Str> {
    let limit = crate::modules::sys::int_max_str_digits();
    Ok(from_buf(match number(x) {
        Some(Number::Int(v)) => {
            let name = if matches!(x, Value::Bool(_)) {
                "bool"
            } else {
                "int"
            };
            format_int(v, text(spec), name, limit)?
        }
        Some(Number::Float(v)) => format_float(v, text(spec), "float")?,
        Some(Number::Complex(real, imag)) => format_complex(real, imag, text(spec), "complex")?,
        None => return x.to_str(),
    }))
}

//! Numbers as Values: the tower of bool, int, float and complex, on top of the kernels in `int` and `float`.
mod arith;
mod big;
mod complex;
mod convert;
mod exact;
mod float_type;
mod format;
mod int_type;
mod machine;
mod round;

pub use arith::{binary, compare, divmod, of as arith_of, pow_mod, unary, Arith};
pub use big::Big;
pub(crate) use complex::argument as complex_argument;
pub use complex::{Complex, COMPLEX};
pub use convert::{
    float_value, hash_result, index, index_as, index_clamped, index_value, int_value, len_result, to_c_int,
    whole,
};
pub use float_type::{
    float_field, float_new, from_hex, from_value as float_from, get_format, parse_float, FloatMethods,
};
pub use format::format;
pub use int_type::{bool_new, from_bytes, from_value as int_from, int_field, int_new, parse_int, IntMethods};
pub use machine::*;
pub use round::round;

use crate::int::{Whole, WholeRef};
use crate::object::{Str, Value};

/// Decimal digits of a machine int.
pub fn int_text(n: i64) -> String {
    let mut digits = Vec::with_capacity(20);
    crate::int::push_i64(&mut digits, n);
    ascii(digits)
}

/// `repr(float)`.
pub fn float_text(x: f64) -> String {
    ascii(crate::float::repr(x))
}

/// The String of kernel output that is ASCII.
pub(crate) fn ascii(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_default()
}

/// A number as the operators see it.
#[derive(Clone, Copy)]
pub enum Number<'a> {
    Int(WholeRef<'a>),
    Float(f64),
    Complex(f64, f64),
}

/// The number that a Value of exactly a builtin number type is.
pub fn number(x: &Value) -> Option<Number<'_>> {
    Some(match x {
        Value::Int(v) => Number::Int(WholeRef::Small(*v)),
        Value::Float(v) => Number::Float(*v),
        Value::Bool(v) => Number::Int(WholeRef::Small(i64::from(*v))),
        Value::Obj(object) => match object.cast::<Big>() {
            Some(big) => Number::Int(WholeRef::Big(big.get())),
            None => {
                let complex = object.cast::<Complex>()?;
                Number::Complex(complex.real, complex.imag)
            }
        },
        _ => return None,
    })
}

/// True for ints and floats of the builtin types.
#[inline]
pub fn is_real(x: &Value) -> bool {
    match x {
        Value::Int(_) | Value::Float(_) | Value::Bool(_) => true,
        Value::Obj(object) => object.is::<Big>(),
        _ => false,
    }
}

/// True when `other` is a number of a wider type than `x`: then the methods of x leave the answer to other's.
pub fn is_wider(other: &Value, x: &Value) -> bool {
    let rank = |x: &Value| {
        number(x).map(|number| match number {
            Number::Int(_) => 0,
            Number::Float(_) => 1,
            Number::Complex(..) => 2,
        })
    };
    matches!((rank(other), rank(x)), (Some(other), Some(x)) if other > x)
}

/// The int that a Value is, when it is exactly an int or a bool.
pub fn int_ref(x: &Value) -> Option<WholeRef<'_>> {
    match number(x) {
        Some(Number::Int(v)) => Some(v),
        _ => None,
    }
}

impl From<Whole> for Value {
    fn from(v: Whole) -> Value {
        match v {
            Whole::Small(v) => Value::Int(v),
            Whole::Big(v) => Big::value(v),
        }
    }
}

/// A str of kernel output that is ASCII.
pub(crate) fn ascii_str(bytes: Vec<u8>) -> Str {
    Str::from_bytes(bytes)
}

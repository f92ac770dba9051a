//! `int(x)`, `float(x)`, `operator.index(x)`: from any Value to a number.
use crate::error::{exc, PyErr, R};
use crate::int::{self, Whole, WholeRef};
use crate::numbers::{int_ref, number, Number};
use crate::object::ops::try_unary;
use crate::object::{TypeInfo, UnaryOp, Value};

#[cold]
fn not_integer(x: &Value) -> PyErr {
    x.type_error("' object cannot be interpreted as an integer")
}

/// The result of a user's conversion method, which must be exactly an int or of a subclass of it.
fn int_result(result: Value, dunder: &str) -> R<Value> {
    let plain = result.unwrapped();
    match int_ref(&plain) {
        Some(v) => Ok(v.to_whole().into()),
        None => Err(exc::TypeError.err(crate::join![
            dunder,
            " returned non-int (type ",
            result.type_name().as_str(),
            ")"
        ])),
    }
}

/// `operator.index(x)`: an int Value, or None when x has no `__index__`.
fn try_index(x: &Value) -> R<Option<Value>> {
    match x {
        Value::Int(_) => Ok(Some(x.clone())),
        _ => match try_unary(UnaryOp::Index, x)? {
            Value::NotImplemented => Ok(None),
            result => int_result(result, "__index__").map(Some),
        },
    }
}

/// `operator.index(x)`.
pub fn index_value(x: &Value) -> R<Value> {
    try_index(x)?.ok_or_else(|| not_integer(x))
}

/// `operator.index(x)` as the kernels take it.
pub fn whole(x: &Value) -> R<Whole> {
    let x = index_value(x)?;
    Ok(int_ref(&x).map_or(Whole::ZERO, WholeRef::to_whole))
}

/// `operator.index(x)` as a machine int; a bigger one is an error of class `class`.
pub fn index_as(x: &Value, class: &'static TypeInfo) -> R<i64> {
    match x {
        Value::Int(v) => Ok(*v),
        _ => match whole(x)? {
            Whole::Small(v) => Ok(v),
            Whole::Big(_) => Err(class.err(crate::join![
                "cannot fit '",
                x.type_name().as_str(),
                "' into an index-sized integer"
            ])),
        },
    }
}

/// `operator.index(x)` as a machine int.
pub fn index(x: &Value) -> R<i64> {
    index_as(x, &exc::OverflowError)
}

/// `operator.index(x)`, with numbers outside the machine range moved to its ends.
pub fn index_clamped(x: &Value) -> R<i64> {
    match x {
        Value::Int(v) => Ok(*v),
        _ => Ok(match whole(x)? {
            Whole::Small(v) => v,
            Whole::Big(v) if WholeRef::Big(&v).is_negative() => i64::MIN,
            Whole::Big(_) => i64::MAX,
        }),
    }
}

/// `operator.index(x)` as C's int.
pub fn to_c_int(x: &Value) -> R<i32> {
    let value = match whole(x)? {
        Whole::Small(v) => i32::try_from(v).ok(),
        Whole::Big(_) => None,
    };
    value.ok_or_else(|| exc::OverflowError.err("Python int too large to convert to C int"))
}

/// `int(x)` of one argument that is not a text; None when x cannot be converted.
pub fn int_value(x: &Value) -> R<Option<Value>> {
    match try_unary(UnaryOp::Int, x)? {
        Value::NotImplemented => {}
        result => return int_result(result, "__int__").map(Some),
    }
    if let Some(result) = try_index(x)? {
        return Ok(Some(result));
    }
    match try_unary(UnaryOp::Trunc, x)? {
        Value::NotImplemented => Ok(None),
        result => match try_index(&result)? {
            Some(v) => Ok(Some(v)),
            None => Err(exc::TypeError.err(crate::join![
                "__trunc__ returned non-Integral (type ",
                result.type_name().as_str(),
                ")"
            ])),
        },
    }
}

/// `float(x)` of an argument that is not a text; None when x cannot be converted.
pub fn float_value(x: &Value) -> R<Option<f64>> {
    match number(x) {
        Some(Number::Float(v)) => return Ok(Some(v)),
        Some(Number::Int(v)) => return Ok(Some(int::to_f64(v)?)),
        Some(Number::Complex(..)) => return Ok(None),
        None => {}
    }
    let Value::Obj(object) = x else { return Ok(None) };
    let result = object.unary(UnaryOp::Float)?;
    if !matches!(result, Value::NotImplemented) {
        return match number(&result.unwrapped()) {
            Some(Number::Float(v)) => Ok(Some(v)),
            _ => Err(exc::TypeError.err(crate::join![
                x.type_name().as_str(),
                ".__float__ returned non-float (type ",
                result.type_name().as_str(),
                ")"
            ])),
        };
    }
    match try_index(x)? {
        Some(v) => match int_ref(&v) {
            Some(v) => Ok(Some(int::to_f64(v)?)),
            None => Ok(None),
        },
        None => Ok(None),
    }
}

/// The int that a user's `__hash__` returned, reduced to a hash.
pub fn hash_result(x: &Value) -> R<i64> {
    match int_ref(&x.unwrapped()) {
        Some(WholeRef::Small(v)) => Ok(if v == -1 { -2 } else { v }),
        Some(big) => Ok(int::hash(big)),
        None => Err(exc::TypeError.err("__hash__ method should return an integer")),
    }
}

/// The length that a user's `__len__` returned.
pub fn len_result(x: &Value) -> R<usize> {
    match usize::try_from(index(x)?) {
        Ok(len) => Ok(len),
        Err(_) => Err(exc::ValueError.err("__len__() should return >= 0")),
    }
}

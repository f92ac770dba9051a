//! Numbers as Values: the tower of bool, int, float (and their objects), on top of the kernels in `int` and `float`.
use crate::call::Args;
use crate::error::{exc, R};
use crate::object::{BinOp, Class, CmpOp, Method, Ref, Str, Sym, UnaryOp, Value};

/// Decimal digits of a machine int.
pub fn int_text(n: i64) -> String {
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    let mut rest = n.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    let mut text = String::with_capacity(20);
    if n < 0 {
        text.push('-');
    }
    for d in &digits[at..] {
        text.push(char::from(*d));
    }
    text
}

/// `repr(float)`.
pub fn float_text(x: f64) -> String {
    format!("{x:?}")
}

fn small(x: &Value) -> Option<i64> {
    match x {
        Value::Int(v) => Some(*v),
        Value::Bool(v) => Some(i64::from(*v)),
        _ => None,
    }
}

/// `a OP b` for two inline values; NotImplemented when they are not both numbers.
pub fn binary(op: BinOp, a: &Value, b: &Value) -> R<Value> {
    if let (Some(a), Some(b)) = (small(a), small(b)) {
        let result = match op {
            BinOp::Add => a.checked_add(b),
            BinOp::Sub => a.checked_sub(b),
            BinOp::Mul => a.checked_mul(b),
            BinOp::FloorDiv if b != 0 => Some(a.wrapping_sub(a.rem_euclid(b)) / b),
            BinOp::Mod if b > 0 => Some(a.rem_euclid(b)),
            _ => return Ok(Value::NotImplemented),
        };
        return result
            .map(Value::Int)
            .ok_or_else(|| exc::OverflowError.err("int too large"));
    }
    Ok(Value::NotImplemented)
}

/// `a OP b` of a comparison for two inline values.
pub fn compare(op: CmpOp, a: &Value, b: &Value) -> R<Value> {
    match (small(a), small(b)) {
        (Some(a), Some(b)) => Ok(Value::Bool(op.test(a.cmp(&b)))),
        _ => Ok(Value::NotImplemented),
    }
}

/// Unary operators and conversions of an inline value.
pub fn unary(op: UnaryOp, x: &Value) -> R<Value> {
    match (op, small(x)) {
        (UnaryOp::Neg, Some(v)) => Ok(Value::Int(-v)),
        (UnaryOp::Int | UnaryOp::Index | UnaryOp::Pos, Some(v)) => Ok(Value::Int(v)),
        _ => Ok(Value::NotImplemented),
    }
}

pub fn format(x: &Value, _spec: &Str) -> R<Str> {
    x.to_str()
}

/// The int that a user's `__hash__` returned, reduced to a hash.
pub fn hash_result(x: &Value) -> R<i64> {
    x.hash()
}

/// The length that a user's `__len__` returned.
pub fn len_result(x: &Value) -> R<usize> {
    match small(x) {
        Some(n) if n >= 0 => Ok(n as usize),
        Some(_) => Err(exc::ValueError.err("__len__() should return >= 0")),
        None => Err(x.type_error("' object cannot be interpreted as an integer")),
    }
}

pub fn int_new(_: &Ref<Class>, args: Args) -> R<Value> {
    Ok(args.values.first().cloned().unwrap_or(Value::Int(0)))
}
pub fn int_method(_: Sym) -> Option<Method> {
    None
}
pub fn int_field(_: &Value, _: Sym) -> R<Option<Value>> {
    Ok(None)
}
pub fn int_class_attr(_: Sym) -> Option<Value> {
    None
}
pub fn bool_new(_: &Ref<Class>, args: Args) -> R<Value> {
    args.values
        .first()
        .map_or(Ok(false), Value::truth)
        .map(Value::Bool)
}
pub fn float_new(_: &Ref<Class>, args: Args) -> R<Value> {
    Ok(args.values.first().cloned().unwrap_or(Value::Float(0.0)))
}
pub fn float_method(_: Sym) -> Option<Method> {
    None
}
pub fn float_field(_: &Value, _: Sym) -> R<Option<Value>> {
    Ok(None)
}
pub fn float_class_attr(_: Sym) -> Option<Value> {
    None
}

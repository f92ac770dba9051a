//! The operators on numbers of every pair of types.
use crate::error::{exc, R};
use crate::float;
use crate::int::{self, Power, Whole, WholeRef};
use crate::numbers::{complex, int_ref, number, Number};
use crate::object::{BinOp, CmpOp, UnaryOp, Value};
use std::cmp::Ordering;

/// An operator on numbers: a function of its own, so that a program with `+` does not link `**`.
pub type Arith = fn(&Value, &Value) -> R<Value>;

/// `a OP b`; NotImplemented when they are not both ints or floats of the builtin types.
#[inline(always)]
fn apply(op: BinOp, a: &Value, b: &Value) -> R<Value> {
    let (Some(x), Some(y)) = (number(a), number(b)) else {
        return Ok(Value::NotImplemented);
    };
    match (x, y) {
        (Number::Int(x), Number::Int(y)) => match (op, a, b) {
            (BinOp::And, Value::Bool(a), Value::Bool(b)) => Ok(Value::Bool(a & b)),
            (BinOp::Or, Value::Bool(a), Value::Bool(b)) => Ok(Value::Bool(a | b)),
            (BinOp::Xor, Value::Bool(a), Value::Bool(b)) => Ok(Value::Bool(a ^ b)),
            _ => of_ints(op, x, y),
        },
        (Number::Complex(..), _) | (_, Number::Complex(..)) => Ok(Value::NotImplemented),
        _ => {
            if matches!(
                op,
                BinOp::MatMul | BinOp::LShift | BinOp::RShift | BinOp::And | BinOp::Or | BinOp::Xor
            ) {
                return Ok(Value::NotImplemented);
            }
            of_floats(op, to_f64(x)?, to_f64(y)?)
        }
    }
}

/// The function of an operator.
#[inline(always)]
pub const fn of(op: BinOp) -> Arith {
    match op {
        BinOp::Add => |a, b| apply(BinOp::Add, a, b),
        BinOp::Sub => |a, b| apply(BinOp::Sub, a, b),
        BinOp::Mul => |a, b| apply(BinOp::Mul, a, b),
        BinOp::MatMul => |_, _| Ok(Value::NotImplemented),
        BinOp::TrueDiv => |a, b| apply(BinOp::TrueDiv, a, b),
        BinOp::FloorDiv => |a, b| apply(BinOp::FloorDiv, a, b),
        BinOp::Mod => |a, b| apply(BinOp::Mod, a, b),
        BinOp::DivMod => |a, b| apply(BinOp::DivMod, a, b),
        BinOp::Pow => |a, b| apply(BinOp::Pow, a, b),
        BinOp::LShift => |a, b| apply(BinOp::LShift, a, b),
        BinOp::RShift => |a, b| apply(BinOp::RShift, a, b),
        BinOp::And => |a, b| apply(BinOp::And, a, b),
        BinOp::Xor => |a, b| apply(BinOp::Xor, a, b),
        BinOp::Or => |a, b| apply(BinOp::Or, a, b),
    }
}

/// `a OP b` of an operator that only the run knows.
pub fn binary(op: BinOp, a: &Value, b: &Value) -> R<Value> {
    of(op)(a, b)
}

fn to_f64(x: Number) -> R<f64> {
    Ok(match x {
        Number::Int(v) => int::to_f64(v)?,
        Number::Float(v) => v,
        Number::Complex(v, _) => v,
    })
}

#[inline(always)]
fn of_ints(op: BinOp, x: WholeRef, y: WholeRef) -> R<Value> {
    let whole = match op {
        BinOp::Add => int::add(x, y),
        BinOp::Sub => int::sub(x, y),
        BinOp::Mul => int::mul(x, y),
        BinOp::FloorDiv => int::floordiv(x, y)?,
        BinOp::Mod => int::modulo(x, y)?,
        BinOp::And => int::and(x, y),
        BinOp::Or => int::or(x, y),
        BinOp::Xor => int::xor(x, y),
        BinOp::LShift => int::shl(x, y)?,
        BinOp::RShift => int::shr(x, y)?,
        BinOp::TrueDiv => return Ok(Value::Float(int::true_div(x, y)?)),
        BinOp::Pow => {
            return Ok(match int::pow(x, y)? {
                Power::Int(v) => v.into(),
                Power::Float(v) => Value::Float(v),
            })
        }
        BinOp::DivMod => {
            let (quotient, rest) = int::divmod(x, y)?;
            return Ok(crate::seq::Tuple::value(vec![quotient.into(), rest.into()]));
        }
        BinOp::MatMul => return Ok(Value::NotImplemented),
    };
    Ok(whole.into())
}

#[inline(always)]
fn of_floats(op: BinOp, x: f64, y: f64) -> R<Value> {
    Ok(Value::Float(match op {
        BinOp::Add => x + y,
        BinOp::Sub => x - y,
        BinOp::Mul => x * y,
        BinOp::TrueDiv => float::div(x, y)?,
        BinOp::FloorDiv => float::floordiv(x, y)?,
        BinOp::Mod => float::modulo(x, y)?,
        BinOp::Pow => match float::pow(x, y)? {
            float::Power::Real(v) => v,
            float::Power::Complex => return complex::binary(BinOp::Pow, (x, 0.0), (y, 0.0)),
        },
        BinOp::DivMod => {
            let (quotient, rest) = float::divmod(x, y)?;
            return Ok(crate::seq::Tuple::value(vec![
                Value::Float(quotient),
                Value::Float(rest),
            ]));
        }
        _ => return Ok(Value::NotImplemented),
    }))
}

/// `divmod(a, b)`.
pub fn divmod(a: &Value, b: &Value) -> R<Value> {
    crate::object::ops::plain_binary(crate::object::ops::Operator::new(BinOp::DivMod), a, b)
}

/// `pow(base, exponent, modulus)`.
pub fn pow_mod(base: &Value, exponent: &Value, modulus: &Value) -> R<Value> {
    match (int_ref(base), int_ref(exponent), int_ref(modulus)) {
        (Some(base), Some(exponent), Some(modulus)) => Ok(int::pow_mod(base, exponent, modulus)?.into()),
        _ => {
            let numbers = [base, exponent, modulus].map(|x| number(x).is_some());
            if numbers == [true; 3] {
                let complex = [base, exponent, modulus]
                    .iter()
                    .any(|x| matches!(number(x), Some(Number::Complex(..))));
                return Err(if complex {
                    exc::ValueError.err("complex modulo")
                } else {
                    exc::TypeError.err("pow() 3rd argument not allowed unless all arguments are integers")
                });
            }
            Err(exc::TypeError.err(crate::join![
                "unsupported operand type(s) for ** or pow(): '",
                base.type_name().as_str(),
                "', '",
                exponent.type_name().as_str(),
                "', '",
                modulus.type_name().as_str(),
                "'"
            ]))
        }
    }
}

/// `a OP b` of a comparison; NotImplemented when they are not both numbers of builtin types.
pub fn compare(op: CmpOp, a: &Value, b: &Value) -> R<Value> {
    let (Some(x), Some(y)) = (number(a), number(b)) else {
        return Ok(Value::NotImplemented);
    };
    let order = match (x, y) {
        (Number::Int(x), Number::Int(y)) => Some(int::cmp(x, y)),
        (Number::Int(x), Number::Float(y)) => int::cmp_f64(x, y),
        (Number::Float(x), Number::Int(y)) => int::cmp_f64(y, x).map(Ordering::reverse),
        (Number::Float(x), Number::Float(y)) => x.partial_cmp(&y),
        (Number::Complex(..), _) | (_, Number::Complex(..)) => {
            let same = complex::equal(x, y);
            return Ok(match op {
                CmpOp::Eq => Value::Bool(same),
                CmpOp::Ne => Value::Bool(!same),
                _ => Value::NotImplemented,
            });
        }
    };
    Ok(Value::Bool(match order {
        Some(order) => op.test(order),
        None => op == CmpOp::Ne,
    }))
}

/// Unary operators and conversions of an int or float of a builtin type; only what `op` needs is linked.
#[inline(always)]
pub fn unary(op: UnaryOp, x: &Value) -> R<Value> {
    Ok(match number(x) {
        Some(Number::Int(v)) => match op {
            UnaryOp::Neg => int::neg(v).into(),
            UnaryOp::Invert => int::invert(v).into(),
            UnaryOp::Abs if v.is_negative() => int::neg(v).into(),
            UnaryOp::Float => Value::Float(int::to_f64(v)?),
            UnaryOp::Complex => Value::NotImplemented,
            _ => match x {
                Value::Bool(_) => v.to_whole().into(),
                _ => x.clone(),
            },
        },
        Some(Number::Float(v)) => match op {
            UnaryOp::Neg => Value::Float(-v),
            UnaryOp::Pos | UnaryOp::Float => Value::Float(v),
            UnaryOp::Abs => Value::Float(v.abs()),
            UnaryOp::Int | UnaryOp::Trunc => Whole::into(int::from_f64(v)?),
            UnaryOp::Floor => float::floor(v)?.into(),
            UnaryOp::Ceil => float::ceil(v)?.into(),
            UnaryOp::Round => float::round_whole(v)?.into(),
            _ => Value::NotImplemented,
        },
        _ => Value::NotImplemented,
    })
}

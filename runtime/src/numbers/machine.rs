//! Operators of typed code on machine numbers: Python's rounding and Python's exceptions. And the way from a Value to a
//! machine number where the compiler has proved what it is: a Value that is something else is an error, not a guess.
use crate::error::{exc, PyErr, R};
use crate::float;
use crate::int::{self, WholeRef};
use crate::object::{Int, Value};

#[cold]
#[inline(never)]
fn by_zero(text: &'static str) -> PyErr {
    exc::ZeroDivisionError.err(text)
}

/// `a // b`; the quotient of the least int and -1 is no machine int and must not be asked for.
#[inline]
pub fn floordiv(a: i64, b: i64) -> R<i64> {
    if b == 0 {
        return Err(by_zero("integer division or modulo by zero"));
    }
    let quotient = a.wrapping_div(b);
    Ok(if a.wrapping_rem(b) != 0 && (a < 0) != (b < 0) {
        quotient - 1
    } else {
        quotient
    })
}

/// `a % b`.
#[inline]
pub fn modulo(a: i64, b: i64) -> R<i64> {
    if b == 0 {
        return Err(by_zero("integer modulo by zero"));
    }
    let rest = a.wrapping_rem(b);
    Ok(if rest != 0 && (rest < 0) != (b < 0) {
        rest + b
    } else {
        rest
    })
}

/// `a / b`, correctly rounded.
#[inline]
pub fn true_div(a: i64, b: i64) -> R<f64> {
    const EXACT: u64 = 1 << 53;
    if b != 0 && a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT {
        return Ok(a as f64 / b as f64);
    }
    Ok(int::true_div(WholeRef::Small(a), WholeRef::Small(b))?)
}

/// `a / b` of floats.
#[inline]
pub fn float_div(a: f64, b: f64) -> R<f64> {
    if b == 0.0 {
        return Ok(float::div(a, b)?);
    }
    Ok(a / b)
}

/// `a // b` of floats.
pub fn float_floordiv(a: f64, b: f64) -> R<f64> {
    Ok(float::floordiv(a, b)?)
}

/// `a % b` of floats.
pub fn float_modulo(a: f64, b: f64) -> R<f64> {
    Ok(float::modulo(a, b)?)
}

/// `a ** b` of floats, of which b is whole.
pub fn float_pow(a: f64, b: f64) -> R<f64> {
    match float::pow(a, b)? {
        float::Power::Real(value) => Ok(value),
        float::Power::Complex => Err(unproved("float")),
    }
}

/// `len(x)`.
#[inline]
pub fn count(x: &Value) -> R<i64> {
    exact_i64(&crate::len(x)?)
}

impl Int {
    /// `self // other`.
    #[inline]
    pub fn floordiv_by(&self, other: i64) -> R<Int> {
        match self.as_small() {
            Some(small) => Ok(Int::new(floordiv(small, other)?)),
            None => self.floordiv(&Int::new(other)),
        }
    }

    /// `self % other`, which is nearer to 0 than `other` is.
    #[inline]
    pub fn modulo_by(&self, other: i64) -> R<i64> {
        match self.as_small() {
            Some(small) => modulo(small, other),
            None => self.modulo(&Int::new(other))?.machine(),
        }
    }

    /// The number, which the compiler has proved to fit.
    #[inline]
    pub fn machine(&self) -> R<i64> {
        self.by_ref().to_i64().ok_or_else(|| unproved("machine int"))
    }

    /// The nearest machine int: as the end of a count, no program can tell them apart.
    #[inline]
    pub fn clamped(&self) -> i64 {
        match self.by_ref() {
            WholeRef::Small(small) => small,
            big if big.is_negative() => i64::MIN,
            _ => i64::MAX,
        }
    }
}

#[cold]
#[inline(never)]
fn unproved(what: &str) -> PyErr {
    exc::SystemError.err(crate::join![
        "internal error: a value is no ",
        what,
        ", as it was proved to be"
    ])
}

/// The Value, proved to be an int of machine size.
#[inline]
pub fn exact_i64(x: &Value) -> R<i64> {
    match x {
        Value::Int(value) => Ok(*value),
        _ => Err(unproved("machine int")),
    }
}

/// The Value, proved to be an int.
#[inline]
pub fn exact_int(x: &Value) -> R<Int> {
    match x {
        Value::Int(value) => Ok(Int::new(*value)),
        Value::Bool(_) => Err(unproved("int")),
        _ => Int::try_from(x).map_err(|()| unproved("int")),
    }
}

/// The Value, proved to be a float.
#[inline]
pub fn exact_f64(x: &Value) -> R<f64> {
    match x {
        Value::Float(value) => Ok(*value),
        _ => Err(unproved("float")),
    }
}

/// The Value, proved to be a bool.
#[inline]
pub fn exact_bool(x: &Value) -> R<bool> {
    match x {
        Value::Bool(value) => Ok(*value),
        _ => Err(unproved("bool")),
    }
}

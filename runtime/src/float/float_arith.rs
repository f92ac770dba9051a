//! Division, powers and hashing of floats.

use super::rounding::round_half_even;
use crate::fault::{Fault, Kernel};
use crate::int::{decode, HASH_PRIME};

pub fn div(a: f64, b: f64) -> Kernel<f64> {
    if b == 0.0 {
        return Err(Fault::ZeroDivision("float division by zero"));
    }
    Ok(a / b)
}

fn remainder(a: f64, b: f64) -> f64 {
    let rest = a % b;
    if rest == 0.0 {
        return 0.0_f64.copysign(b);
    }
    if (b < 0.0) != (rest < 0.0) {
        rest + b
    } else {
        rest
    }
}

/// Quotient and remainder for a divisor other than zero.
fn divide(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = 0.0_f64.copysign(b);
    } else if (b < 0.0) != (rest < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0_f64.copysign(a / b), rest);
    }
    let floor = quotient.floor();
    (
        if quotient - floor > 0.5 {
            floor + 1.0
        } else {
            floor
        },
        rest,
    )
}

pub fn floordiv(a: f64, b: f64) -> Kernel<f64> {
    if b == 0.0 {
        return Err(Fault::ZeroDivision("float floor division by zero"));
    }
    Ok(divide(a, b).0)
}

pub fn modulo(a: f64, b: f64) -> Kernel<f64> {
    if b == 0.0 {
        return Err(Fault::ZeroDivision("float modulo"));
    }
    Ok(remainder(a, b))
}

pub fn divmod(a: f64, b: f64) -> Kernel<(f64, f64)> {
    if b == 0.0 {
        return Err(Fault::ZeroDivision("float divmod()"));
    }
    Ok(divide(a, b))
}

/// A negative base with a fractional exponent has a complex power; the caller computes that.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Power {
    Real(f64),
    Complex,
}

pub(crate) fn out_of_range() -> Fault {
    Fault::overflow("(34, 'Numerical result out of range')")
}

/// `base ** exponent`.
pub fn pow(base: f64, exponent: f64) -> Kernel<Power> {
    let odd = exponent.abs() % 2.0 == 1.0;
    let value = if exponent == 0.0 || base == 1.0 {
        1.0
    } else if base.is_nan() {
        base
    } else if exponent.is_nan() {
        exponent
    } else if exponent.is_infinite() {
        if base.abs() == 1.0 {
            1.0
        } else if (exponent > 0.0) == (base.abs() > 1.0) {
            f64::INFINITY
        } else {
            0.0
        }
    } else if base.is_infinite() {
        match (exponent > 0.0, odd) {
            (true, true) => base,
            (true, false) => f64::INFINITY,
            (false, true) => 0.0_f64.copysign(base),
            (false, false) => 0.0,
        }
    } else if base == 0.0 {
        if exponent < 0.0 {
            return Err(Fault::ZeroDivision("0.0 cannot be raised to a negative power"));
        }
        if odd {
            base
        } else {
            0.0
        }
    } else {
        if base < 0.0 && exponent != exponent.floor() {
            return Ok(Power::Complex);
        }
        let size = base.abs().powf(exponent);
        if size.is_infinite() {
            return Err(out_of_range());
        }
        if base < 0.0 && odd {
            -size
        } else {
            size
        }
    };
    Ok(Power::Real(value))
}

/// `hash(value)`, equal to the hash of the equal int. NaN, whose hash is its identity, answers `None`.
pub fn hash(value: f64) -> Option<i64> {
    if value.is_nan() {
        return None;
    }
    if value.is_infinite() {
        return Some(if value > 0.0 { 314159 } else { -314159 });
    }
    let (mantissa, exponent) = decode(value);
    let turn = exponent.rem_euclid(61) as u32;
    let rest = mantissa % HASH_PRIME;
    // Multiplying by a power of two modulo 2**61 - 1 turns the 61 bits round.
    let turned = (rest << turn & HASH_PRIME) | rest >> (61 - turn);
    let hash = if value < 0.0 {
        -(turned as i64)
    } else {
        turned as i64
    };
    Some(if hash == -1 { -2 } else { hash })
}

pub fn is_integer(value: f64) -> bool {
    value.is_finite() && round_half_even(value) == value
}

//! `repr(float)`.

use super::decimal::{shortest, Decimal};
use crate::int::push_i64;

/// Appends `e+16`, `e-05`: a sign always, two digits at least.
pub(crate) fn push_exponent(out: &mut Vec<u8>, letter: u8, exponent: i32) {
    out.extend_from_slice(&[letter, if exponent < 0 { b'-' } else { b'+' }]);
    if exponent.abs() < 10 {
        out.push(b'0');
    }
    push_i64(out, exponent.abs() as i64);
}

/// Appends the digits with the point in its place, filled up with zeros.
pub(crate) fn push_positional(out: &mut Vec<u8>, decimal: &Decimal) {
    let digits = decimal.digits.as_slice();
    let point = decimal.point;
    if point <= 0 || digits.is_empty() {
        out.extend_from_slice(b"0.");
        if digits.is_empty() {
            return out.push(b'0');
        }
        out.resize(out.len() + -point as usize, b'0');
        return out.extend_from_slice(digits);
    }
    let point = point as usize;
    if digits.len() <= point {
        out.extend_from_slice(digits);
        out.resize(out.len() + point - digits.len(), b'0');
        out.extend_from_slice(b".0");
    } else {
        out.extend_from_slice(&digits[..point]);
        out.push(b'.');
        out.extend_from_slice(&digits[point..]);
    }
}

/// Appends `inf` or `nan` for what is not finite, and says whether it did.
pub(crate) fn push_special(out: &mut Vec<u8>, value: f64) -> bool {
    if value.is_nan() {
        out.extend_from_slice(b"nan");
    } else if value.is_infinite() {
        out.extend_from_slice(if value < 0.0 { b"-inf" } else { b"inf" });
    }
    !value.is_finite()
}

/// Appends `repr(value)`.
pub fn push_repr(out: &mut Vec<u8>, value: f64) {
    if push_special(out, value) {
        return;
    }
    let decimal = shortest(value);
    if decimal.negative {
        out.push(b'-');
    }
    if decimal.digits.is_empty() || (-3..=16).contains(&decimal.point) {
        return push_positional(out, &decimal);
    }
    out.push(decimal.digits[0]);
    if decimal.digits.len() > 1 {
        out.push(b'.');
        out.extend_from_slice(&decimal.digits[1..]);
    }
    push_exponent(out, b'e', decimal.point - 1);
}

pub fn repr(value: f64) -> Vec<u8> {
    let mut out = Vec::with_capacity(24);
    push_repr(&mut out, value);
    out
}

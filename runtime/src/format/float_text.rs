//! A float's magnitude in the styles `e`, `f`, `g` and `r` (repr).

use crate::float::{exact_digits, exact_places, shortest, Decimal};
use crate::float::{push_exponent, push_special};

#[derive(Debug, Clone, Copy, Default)]
pub struct Style {
    /// `e`, `f`, `g`, `r`, or the upper-case letter of one of the first three.
    pub kind: u8,
    pub precision: usize,
    /// Keep the point, and in style `g` the zeros at the end.
    pub alternate: bool,
    /// Whole numbers get `.0`.
    pub add_point_zero: bool,
    pub no_negative_zero: bool,
}

/// No double has more digits than this before they are all zeros.
const MOST_DIGITS: usize = 1100;

/// Appends `value` with its minus sign, if it has one.
pub fn push_float(out: &mut Vec<u8>, value: f64, style: Style) {
    let start = out.len();
    push_lower(out, value, style);
    if style.kind.is_ascii_uppercase() {
        out[start..].make_ascii_uppercase();
    }
}

fn push_lower(out: &mut Vec<u8>, value: f64, style: Style) {
    if push_special(out, value) {
        return;
    }
    let kind = style.kind.to_ascii_lowercase();
    let precision = style.precision;
    let mut decimal = match kind {
        b'e' => exact_digits(value, (precision + 1).min(MOST_DIGITS)),
        b'f' => exact_places(value, precision.min(MOST_DIGITS) as i32),
        b'g' => exact_digits(value, precision.clamp(1, MOST_DIGITS)),
        _ => shortest(value),
    };
    let zero = decimal.digits.is_empty();
    if zero {
        (decimal.digits, decimal.point) = (vec![b'0'], 1);
    }
    if decimal.negative && !(zero && style.no_negative_zero) {
        out.push(b'-');
    }
    let scientific = match kind {
        b'e' => true,
        b'f' => false,
        b'g' => {
            let precision = precision.max(1) as i32;
            decimal.point <= -4 || decimal.point > precision - style.add_point_zero as i32
        }
        _ => decimal.point <= -4 || decimal.point > 16,
    };
    push_digits(out, &decimal, style, kind, scientific);
}

/// Appends the digits with the point in place, and the exponent.
fn push_digits(out: &mut Vec<u8>, decimal: &Decimal, style: Style, kind: u8, scientific: bool) {
    let point = if scientific { 1 } else { decimal.point };
    let mut digits = decimal.digits.as_slice();
    if kind == b'g' && !style.alternate {
        while let [rest @ .., b'0'] = digits {
            digits = rest;
        }
    }
    // One past the last digit to show, counted from the first.
    let mut end = match kind {
        b'e' => style.precision as i64 + 1,
        b'f' => point as i64 + style.precision as i64,
        b'g' if style.alternate => style.precision.max(1) as i64,
        _ => digits.len() as i64,
    };
    let least = if style.add_point_zero && !scientific {
        point as i64 + 1
    } else {
        point as i64
    };
    end = end.max(least);
    if point <= 0 {
        out.push(b'0');
    } else {
        push_range(out, digits, 0, point as i64);
    }
    if end > point as i64 || style.alternate {
        out.push(b'.');
    }
    push_range(out, digits, point as i64, end);
    if scientific {
        push_exponent(out, b'e', decimal.point - 1);
    }
}

/// Appends the digits from `start` to `end`, zeros standing before the first and after the last.
fn push_range(out: &mut Vec<u8>, digits: &[u8], start: i64, end: i64) {
    let len = digits.len() as i64;
    let before = (end.min(0) - start.min(0)).max(0);
    out.resize(out.len() + before as usize, b'0');
    let (from, to) = (start.clamp(0, len), end.clamp(0, len));
    if from < to {
        out.extend_from_slice(&digits[from as usize..to as usize]);
    }
    let after = (end - start.max(len)).max(0);
    out.resize(out.len() + after as usize, b'0');
}

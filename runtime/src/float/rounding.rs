//! Rounding to an integer or to decimal places.

use super::decimal::{exact_places, Decimal};
use crate::fault::{Fault, Kernel};
use crate::int::{self, Whole};

/// The nearest whole number, halves to even, as a float.
pub fn round_half_even(value: f64) -> f64 {
    let rounded = value.round();
    if (value - rounded).abs() == 0.5 {
        2.0 * (value / 2.0).round()
    } else {
        rounded
    }
}

/// `round(value)`.
pub fn round_whole(value: f64) -> Kernel<Whole> {
    int::from_f64(round_half_even(value))
}

pub fn floor(value: f64) -> Kernel<Whole> {
    int::from_f64(value.floor())
}

pub fn ceil(value: f64) -> Kernel<Whole> {
    int::from_f64(value.ceil())
}

pub fn trunc(value: f64) -> Kernel<Whole> {
    int::from_f64(value)
}

/// `round(value, places)`: the double nearest to the exactly rounded decimal.
pub fn round_places(value: f64, places: i64) -> Kernel<f64> {
    if !value.is_finite() || value == 0.0 || places > 323 {
        return Ok(value);
    }
    if places < -308 {
        return Ok(0.0 * value);
    }
    let decimal = exact_places(value, places as i32);
    let size = to_f64(&decimal);
    if size.is_infinite() {
        return Err(Fault::overflow("rounded value too large to represent"));
    }
    Ok(if decimal.negative { -size } else { size })
}

/// The double nearest to a decimal's magnitude.
fn to_f64(decimal: &Decimal) -> f64 {
    let fold = |all: u64, digit: &u8| all * 10 + (digit - b'0') as u64;
    let fraction = decimal.digits.len() as i32 - decimal.point;
    if decimal.digits.len() <= 15 && (0..=22).contains(&fraction) {
        // Both operands are exact, so one division rounds once.
        return decimal.digits.iter().fold(0, fold) as f64 / 10_f64.powi(fraction);
    }
    let mut text = String::from("0.");
    text.extend(decimal.digits.iter().map(|digit| *digit as char));
    text.push('e');
    if decimal.point < 0 {
        text.push('-');
    }
    int::push_number(&mut text, decimal.point.unsigned_abs() as usize);
    text.parse().unwrap_or(f64::NAN)
}

//! `float.hex` and `float.fromhex`.

use super::float_repr::push_special;
use crate::fault::{Fault, Kernel};
use crate::int::{decode, push_i64, scale};
use crate::text::trim_ascii;

/// `value.hex()`.
pub fn hex(value: f64) -> Vec<u8> {
    let mut out = Vec::with_capacity(24);
    if push_special(&mut out, value) {
        return out;
    }
    if value.is_sign_negative() {
        out.push(b'-');
    }
    if value == 0.0 {
        out.extend_from_slice(b"0x0.0p+0");
        return out;
    }
    let (mantissa, exponent) = decode(value);
    out.extend_from_slice(if mantissa >> 52 == 1 { b"0x1." } else { b"0x0." });
    for place in (0..13).rev() {
        out.push(b"0123456789abcdef"[(mantissa >> (4 * place) & 15) as usize]);
    }
    out.push(b'p');
    let exponent = exponent + 52;
    if exponent >= 0 {
        out.push(b'+');
    }
    push_i64(&mut out, exponent);
    out
}

/// Hexadecimal digits read so far: the leading ones, and a last bit that stands for all the rest.
#[derive(Default)]
struct Digits {
    mantissa: u128,
    exponent: i64,
    any: bool,
}

impl Digits {
    fn push(&mut self, digit: u32, after_point: bool) {
        self.any = true;
        if self.mantissa >> 116 == 0 {
            self.mantissa = self.mantissa << 4 | digit as u128;
        } else {
            self.mantissa |= (digit != 0) as u128;
            self.exponent += 4;
        }
        if after_point {
            self.exponent -= 4;
        }
    }
}

/// `float.fromhex(text)`.
pub fn from_hex(text: &[u8]) -> Kernel<f64> {
    let invalid = || Fault::value("invalid hexadecimal floating-point string");
    let mut rest = trim_ascii(text);
    let negative = rest.first() == Some(&b'-');
    if let [b'+' | b'-', tail @ ..] = rest {
        rest = tail;
    }
    let sign = if negative { -1.0 } else { 1.0 };
    if rest.eq_ignore_ascii_case(b"inf") || rest.eq_ignore_ascii_case(b"infinity") {
        return Ok(sign * f64::INFINITY);
    }
    if rest.eq_ignore_ascii_case(b"nan") {
        return Ok(f64::NAN.copysign(sign));
    }
    if let [b'0', b'x' | b'X', tail @ ..] = rest {
        rest = tail;
    }
    let mut digits = Digits::default();
    let mut after_point = false;
    while let [byte, tail @ ..] = rest {
        match (*byte as char).to_digit(16) {
            Some(digit) => digits.push(digit, after_point),
            None if *byte == b'.' && !after_point => after_point = true,
            None => break,
        }
        rest = tail;
    }
    if !digits.any {
        return Err(invalid());
    }
    let exponent = match rest {
        [] => 0,
        [b'p' | b'P', tail @ ..] => read_exponent(tail).ok_or_else(invalid)?,
        _ => return Err(invalid()),
    };
    let size = scale(digits.mantissa, digits.exponent.saturating_add(exponent));
    if size.is_infinite() {
        return Err(Fault::overflow(
            "hexadecimal value too large to represent as a float",
        ));
    }
    Ok(sign * size)
}

/// A decimal exponent; one too long for any float is as good as the longest.
fn read_exponent(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let size = digits.iter().fold(0_i64, |all, digit| {
        (all * 10 + (digit - b'0') as i64).min(1 << 40)
    });
    Some(if negative { -size } else { size })
}

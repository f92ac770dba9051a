//! IEEE half precision, the format `e`.

/// The nearest half of a float, ties to even; None when it is too large.
pub(super) fn pack(x: f64) -> Option<u16> {
    let sign = if x.is_sign_negative() { 0x8000 } else { 0 };
    if x.is_nan() {
        return Some(sign | 0x7e00);
    }
    if x.is_infinite() {
        return Some(sign | 0x7c00);
    }
    let magnitude = x.abs();
    // In units of the last place: 2**-24 for the smallest, one more power for each binade above 2**-14.
    let exponent = ((magnitude.to_bits() >> 52) as i32 - 1023).max(-14);
    let units = magnitude / f64::powi(2.0, exponent - 10);
    let whole = units.floor();
    let rest = units - whole;
    let mut mantissa = whole as u32;
    if rest > 0.5 || (rest == 0.5 && mantissa & 1 == 1) {
        mantissa += 1;
    }
    // The hidden bit adds one to the exponent field; a carry out of the mantissa adds another.
    let bits = ((exponent + 14) as u32) * 1024 + mantissa;
    if bits >= 0x7c00 {
        return None;
    }
    Some(sign | bits as u16)
}

pub(super) fn unpack(bits: u16) -> f64 {
    let sign = if bits & 0x8000 == 0 { 1.0 } else { -1.0 };
    let exponent = i32::from(bits >> 10 & 0x1f);
    let mantissa = f64::from(bits & 0x3ff);
    match exponent {
        0 => sign * mantissa * f64::powi(2.0, -24),
        0x1f if mantissa == 0.0 => sign * f64::INFINITY,
        0x1f => f64::NAN,
        _ => sign * (1.0 + mantissa / 1024.0) * f64::powi(2.0, exponent - 15),
    }
}

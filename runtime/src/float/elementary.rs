//! The functions of the `math` module on floats, with its domain and range errors.

pub use super::summation::{length, ExactSum};
use super::{gamma, platform};
use crate::fault::{Fault, Kernel};
use crate::int::{self, decode, Whole, WholeRef};

#[cold]
fn domain() -> Fault {
    Fault::Value("math domain error".into())
}

#[cold]
fn range() -> Fault {
    Fault::Overflow("math range error".into())
}

/// A result that is NaN for no NaN is out of the domain; an infinite one of a finite argument is out of the range,
/// where the function can grow so large, or a pole.
fn checked(x: f64, value: f64, grows: bool) -> Kernel<f64> {
    if value.is_nan() && !x.is_nan() {
        return Err(domain());
    }
    if value.is_infinite() && x.is_finite() {
        return Err(if grows { range() } else { domain() });
    }
    Ok(value)
}

macro_rules! functions {
    ($($name:ident $grows:literal $path:path;)*) => {$(
        pub fn $name(x: f64) -> Kernel<f64> {
            checked(x, $path(x), $grows)
        }
    )*};
}

functions! {
    acos false platform::acos;
    acosh false platform::acosh;
    asin false platform::asin;
    asinh false platform::asinh;
    atan false platform::atan;
    atanh false platform::atanh;
    cos false platform::cos;
    cosh true platform::cosh;
    exp true f64::exp;
    exp2 true f64::exp2;
    expm1 true f64::exp_m1;
    log1p false f64::ln_1p;
    sin false platform::sin;
    sinh true platform::sinh;
    sqrt false f64::sqrt;
    tan false platform::tan;
    tanh false platform::tanh;
    gamma true gamma::gamma;
}

pub fn lgamma(x: f64) -> Kernel<f64> {
    let value = gamma::log_gamma(x);
    let pole = x <= 0.0 && x == x.floor();
    checked(x, value, !pole)
}

pub fn erf(x: f64) -> f64 {
    libm::erf(x)
}

pub fn erfc(x: f64) -> f64 {
    libm::erfc(x)
}

pub fn cbrt(x: f64) -> f64 {
    libm::cbrt(x)
}

fn log_with(x: f64, of: fn(f64) -> f64) -> Kernel<f64> {
    if x > 0.0 {
        return Ok(of(x));
    }
    if x.is_nan() {
        return Ok(x);
    }
    Err(domain())
}

pub fn log(x: f64) -> Kernel<f64> {
    log_with(x, f64::ln)
}

pub fn log2(x: f64) -> Kernel<f64> {
    log_with(x, f64::log2)
}

pub fn log10(x: f64) -> Kernel<f64> {
    log_with(x, platform::log10)
}

/// Logarithms of ints too large for a float, by `of` and the part that `per_bit` is.
fn log_int_with(x: WholeRef, of: fn(f64) -> f64) -> Kernel<f64> {
    if x.is_zero() || x.is_negative() {
        return Err(domain());
    }
    if let Ok(value) = int::to_f64(x) {
        return Ok(of(value));
    }
    let bits = int::bit_length(x) as i64;
    let count = Whole::Small(bits - 64);
    // A set lowest bit stands for all that is shifted out, so that the significand is rounded as one.
    let mut head = int::shr(x, count.by_ref())?;
    if int::cmp(int::shl(head.by_ref(), count.by_ref())?.by_ref(), x).is_ne() {
        head = int::or(head.by_ref(), WholeRef::Small(1));
    }
    let significand = scale_by(int::to_f64(head.by_ref())?, -64);
    let (significand, carry) = frexp(significand);
    Ok(of(significand) + of(2.0) * (bits + carry as i64) as f64)
}

pub fn log_int(x: WholeRef) -> Kernel<f64> {
    log_int_with(x, f64::ln)
}

pub fn log2_int(x: WholeRef) -> Kernel<f64> {
    log_int_with(x, f64::log2)
}

pub fn log10_int(x: WholeRef) -> Kernel<f64> {
    log_int_with(x, platform::log10)
}

pub fn atan2(y: f64, x: f64) -> f64 {
    platform::atan2(y, x)
}

pub fn fmod(x: f64, y: f64) -> Kernel<f64> {
    if y.is_infinite() && x.is_finite() {
        return Ok(x);
    }
    let rest = x % y;
    if rest.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain());
    }
    Ok(rest)
}

/// `math.remainder`: by the nearest multiple, halves to even.
pub fn remainder(x: f64, y: f64) -> Kernel<f64> {
    if x.is_nan() || y.is_nan() {
        return Ok(if x.is_nan() { x } else { y });
    }
    if x.is_infinite() || y == 0.0 {
        return Err(domain());
    }
    if y.is_infinite() {
        return Ok(x);
    }
    let (size, step) = (x.abs(), y.abs());
    let rest = size % step;
    let other = step - rest;
    let rest = if rest < other {
        rest
    } else if rest > other {
        -other
    } else {
        rest - 2.0 * ((0.5 * (size - rest)) % step)
    };
    Ok(1.0_f64.copysign(x) * rest)
}

/// `math.pow`: never complex.
pub fn pow(x: f64, y: f64) -> Kernel<f64> {
    let value = x.powf(y);
    if value.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain());
    }
    if value.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(if x == 0.0 { domain() } else { range() });
    }
    Ok(value)
}

/// The significand in [½, 1) and the exponent.
pub fn frexp(x: f64) -> (f64, i32) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let (mantissa, exponent) = decode(x);
    let length = 64 - mantissa.leading_zeros() as i32;
    let bits = (mantissa << (53 - length) & ((1 << 52) - 1)) | 1022 << 52;
    (f64::from_bits(bits).copysign(x), exponent as i32 + length)
}

/// `x * 2**exponent`, rounded once.
pub(super) fn scale_by(x: f64, exponent: i32) -> f64 {
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let (mantissa, own) = decode(x);
    int::scale(mantissa as u128, own + exponent as i64).copysign(x)
}

/// `math.ldexp`.
pub fn ldexp(x: f64, exponent: WholeRef) -> Kernel<f64> {
    let most = 1 << 20;
    let exponent = match exponent.to_i64() {
        Some(value) => value.clamp(-most, most) as i32,
        None if exponent.is_negative() => -most as i32,
        None => most as i32,
    };
    let value = scale_by(x, exponent);
    if value.is_infinite() && x.is_finite() {
        return Err(range());
    }
    Ok(value)
}

/// The fraction and the whole part, both with the sign of `x`.
pub fn modf(x: f64) -> (f64, f64) {
    if x.is_infinite() {
        return (0.0_f64.copysign(x), x);
    }
    let whole = x.trunc();
    ((x - whole).copysign(x), whole)
}

pub fn nextafter(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    if x == y {
        return y;
    }
    if x == 0.0 {
        return f64::from_bits(1).copysign(y);
    }
    // Away from zero the bits of a double count up.
    let bits = x.to_bits();
    f64::from_bits(if (x < y) == (x > 0.0) { bits + 1 } else { bits - 1 })
}

pub fn ulp(x: f64) -> f64 {
    let size = x.abs();
    if !size.is_finite() {
        return size;
    }
    let next = nextafter(size, f64::INFINITY);
    if next.is_infinite() {
        return size - nextafter(size, 0.0);
    }
    next - size
}

pub fn degrees(x: f64) -> f64 {
    x * (180.0 / std::f64::consts::PI)
}

pub fn radians(x: f64) -> f64 {
    x * (std::f64::consts::PI / 180.0)
}

pub fn isclose(a: f64, b: f64, relative: f64, absolute: f64) -> Kernel<bool> {
    if relative < 0.0 || absolute < 0.0 {
        return Err(Fault::Value("tolerances must be non-negative".into()));
    }
    if a == b {
        return Ok(true);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(false);
    }
    let gap = (b - a).abs();
    Ok(gap <= (relative * b).abs() || gap <= (relative * a).abs() || gap <= absolute)
}

//! The functions of `cmath` for finite arguments. Each avoids overflow and loss of digits near the edges of its range;
//! the branch cuts follow the sign of zero.

use super::platform::{self, atan2, cos, sin};
use crate::fault::{Fault, Kernel};
use std::f64::consts::{E, LN_10, LN_2, PI};

/// A real and an imaginary part.
pub type Pair = (f64, f64);

/// A quarter of the largest number.
const LARGE: f64 = f64::MAX / 4.0;
/// The square root of the smallest normal number.
const SMALL: f64 = 1.491_668_146_240_041_3e-154;
/// The logarithm of `LARGE`.
const LOG_LARGE: f64 = 708.396_418_532_264_1;

fn domain<T>() -> Kernel<T> {
    Err(Fault::value("math domain error"))
}

/// Overflow of a finite argument's result.
fn in_range(z: Pair) -> Kernel<Pair> {
    if z.0.is_infinite() || z.1.is_infinite() {
        return Err(Fault::overflow("math range error"));
    }
    Ok(z)
}

fn times_i(z: Pair) -> Pair {
    (-z.1, z.0)
}

fn over_i(z: Pair) -> Pair {
    (z.1, -z.0)
}

fn is_huge(z: Pair) -> bool {
    z.0.abs() > LARGE || z.1.abs() > LARGE
}

/// The logarithm of the size of a huge number.
fn log_huge(z: Pair) -> f64 {
    (z.0 / 2.0).hypot(z.1 / 2.0).ln() + LN_2
}

pub fn phase(z: Pair) -> f64 {
    atan2(z.1, z.0)
}

/// The number of that size and phase.
pub fn rect(size: f64, angle: f64) -> Pair {
    if angle == 0.0 {
        return (size, size * angle);
    }
    (size * cos(angle), size * sin(angle))
}

pub fn sqrt((re, im): Pair) -> Pair {
    if re == 0.0 && im == 0.0 {
        return (0.0, im);
    }
    let (mut ax, ay) = (re.abs(), im.abs());
    let half = if ax < f64::MIN_POSITIVE && ay < f64::MIN_POSITIVE {
        // Subnormal parts are scaled up by 2**53, and twice their root down by 2**27.
        let up = 9_007_199_254_740_992.0;
        ax *= up;
        (ax + ax.hypot(ay * up)).sqrt() / 134_217_728.0
    } else {
        ax /= 8.0;
        2.0 * (ax + ax.hypot(ay / 8.0)).sqrt()
    };
    let other = ay / (2.0 * half);
    if re >= 0.0 {
        (half, other.copysign(im))
    } else {
        (other, half.copysign(im))
    }
}

pub fn exp((re, im): Pair) -> Kernel<Pair> {
    let (size, rest) = if re > LOG_LARGE {
        ((re - 1.0).exp(), E)
    } else {
        (re.exp(), 1.0)
    };
    in_range((size * cos(im) * rest, size * sin(im) * rest))
}

pub fn log(z: Pair) -> Kernel<Pair> {
    let (ax, ay) = (z.0.abs(), z.1.abs());
    let size = if is_huge(z) {
        log_huge(z)
    } else if ax < f64::MIN_POSITIVE && ay < f64::MIN_POSITIVE {
        if ax == 0.0 && ay == 0.0 {
            return domain();
        }
        let up = 9_007_199_254_740_992.0;
        (ax * up).hypot(ay * up).ln() - 53.0 * LN_2
    } else {
        let size = ax.hypot(ay);
        if (0.71..=1.73).contains(&size) {
            let (most, least) = if ax > ay { (ax, ay) } else { (ay, ax) };
            ((most - 1.0) * (most + 1.0) + least * least).ln_1p() / 2.0
        } else {
            size.ln()
        }
    };
    Ok((size, atan2(z.1, z.0)))
}

pub fn log10(z: Pair) -> Kernel<Pair> {
    let (re, im) = log(z)?;
    Ok((re / LN_10, im / LN_10))
}

pub fn cosh((re, im): Pair) -> Kernel<Pair> {
    in_range(if re.abs() > LOG_LARGE {
        let less = re - 1.0_f64.copysign(re);
        (
            cos(im) * platform::cosh(less) * E,
            sin(im) * platform::sinh(less) * E,
        )
    } else {
        (cos(im) * platform::cosh(re), sin(im) * platform::sinh(re))
    })
}

pub fn sinh((re, im): Pair) -> Kernel<Pair> {
    in_range(if re.abs() > LOG_LARGE {
        let less = re - 1.0_f64.copysign(re);
        (
            cos(im) * platform::sinh(less) * E,
            sin(im) * platform::cosh(less) * E,
        )
    } else {
        (cos(im) * platform::sinh(re), sin(im) * platform::cosh(re))
    })
}

pub fn tanh((re, im): Pair) -> Pair {
    if re.abs() > LOG_LARGE {
        return (
            1.0_f64.copysign(re),
            4.0 * sin(im) * cos(im) * (-2.0 * re.abs()).exp(),
        );
    }
    let (tx, ty) = (platform::tanh(re), platform::tan(im));
    let narrow = 1.0 / platform::cosh(re);
    let both = tx * ty;
    let below = 1.0 + both * both;
    (tx * (1.0 + ty * ty) / below, ((ty / below) * narrow) * narrow)
}

pub fn cos_of(z: Pair) -> Kernel<Pair> {
    cosh(times_i(z))
}

pub fn sin_of(z: Pair) -> Kernel<Pair> {
    sinh(times_i(z)).map(over_i)
}

pub fn tan(z: Pair) -> Pair {
    over_i(tanh(times_i(z)))
}

pub fn acos(z: Pair) -> Pair {
    let (re, im) = z;
    if is_huge(z) {
        let size = log_huge(z) + LN_2;
        let imag = if re < 0.0 {
            -size.copysign(im)
        } else {
            size.copysign(-im)
        };
        return (atan2(im.abs(), re), imag);
    }
    let low = sqrt((1.0 - re, -im));
    let high = sqrt((1.0 + re, im));
    (
        2.0 * atan2(low.0, high.0),
        platform::asinh(high.0 * low.1 - high.1 * low.0),
    )
}

pub fn acosh(z: Pair) -> Pair {
    let (re, im) = z;
    if is_huge(z) {
        return (log_huge(z) + LN_2, atan2(im, re));
    }
    let low = sqrt((re - 1.0, im));
    let high = sqrt((re + 1.0, im));
    (
        platform::asinh(low.0 * high.0 + low.1 * high.1),
        2.0 * atan2(low.1, high.0),
    )
}

pub fn asinh(z: Pair) -> Pair {
    let (re, im) = z;
    if is_huge(z) {
        return ((log_huge(z) + LN_2).copysign(re), atan2(im, re.abs()));
    }
    let high = sqrt((1.0 + im, -re));
    let low = sqrt((1.0 - im, re));
    (
        platform::asinh(high.0 * low.1 - low.0 * high.1),
        atan2(im, high.0 * low.0 - high.1 * low.1),
    )
}

pub fn asin(z: Pair) -> Pair {
    over_i(asinh(times_i(z)))
}

pub fn atanh(z: Pair) -> Kernel<Pair> {
    let (re, im) = z;
    if re.is_sign_negative() {
        let (re, im) = atanh((-re, -im))?;
        return Ok((-re, -im));
    }
    let ay = im.abs();
    let large = LARGE.sqrt();
    if re > large || ay > large {
        let size = (re / 2.0).hypot(im / 2.0);
        return Ok((re / 4.0 / size / size, -(PI / 2.0).copysign(-im)));
    }
    if re == 1.0 && ay < SMALL {
        if ay == 0.0 {
            return domain();
        }
        let real = -(ay.sqrt() / ay.hypot(2.0).sqrt()).ln();
        return Ok((real, (atan2(2.0, -ay) / 2.0).copysign(im)));
    }
    let gap = 1.0 - re;
    Ok((
        (4.0 * re / (gap * gap + ay * ay)).ln_1p() / 4.0,
        -atan2(-2.0 * im, gap * (1.0 + re) - ay * ay) / 2.0,
    ))
}

pub fn atan(z: Pair) -> Kernel<Pair> {
    atanh(times_i(z)).map(over_i)
}

//! Sine, cosine, tangent and their inverses, computed to twice a double's precision and rounded once. The system
//! library that CPython runs on is correctly rounded but for one case in a thousand, so this equals it where its own
//! functions cannot be called.

use super::double_double::{product, sum, Wide};
use super::trig_tables::{ATAN, HALF_PI, HALF_PI_PARTS, SIN_COS, TWO_OVER_PI};
use crate::int::decode;

/// `value` less the nearest multiple of π/2, and that multiple modulo 4.
fn reduce(value: f64) -> (Wide, u32) {
    if value.abs() <= 0.785 {
        return (Wide::from_f64(value), 0);
    }
    if value.abs() > 1e6 {
        return reduce_huge(value);
    }
    let turns = (value * std::f64::consts::FRAC_2_PI).round();
    let [a, b, c, d] = HALF_PI_PARTS;
    // The first products are exact, and so is the difference from the first, by its size.
    let rest = sum(value - turns * a, -turns * b) + Wide::from_f64(-turns * c) + -product(turns, d);
    (rest, turns as i64 as u32 & 3)
}

/// Payne and Hanek's reduction: only those bits of 2/π are multiplied that matter modulo 4.
fn reduce_huge(value: f64) -> (Wide, u32) {
    let (mantissa, exponent) = decode(value);
    // The first bit that matters; a word of zeros stands in front of the point for the smaller exponents.
    let skip = (exponent - 2 + 64) as usize;
    let (word, shift) = (skip / 64, (skip % 64) as u32);
    let part = |index: usize| {
        index
            .checked_sub(1)
            .and_then(|at| TWO_OVER_PI.get(at))
            .copied()
            .unwrap_or(0)
    };
    let window = |at: usize| {
        let (high, low) = (part(word + at), part(word + at + 1));
        if shift == 0 {
            high
        } else {
            high << shift | low >> (64 - shift)
        }
    };
    // The product modulo four quarter turns, in four words of which the first begins with the whole quarters.
    let mut limbs = [0_u64; 4];
    let mut carry = 0_u128;
    for at in (0..4).rev() {
        let part = window(at) as u128 * mantissa as u128 + carry;
        limbs[at] = part as u64;
        carry = part >> 64;
    }
    let mut quarter = (limbs[0] >> 62) as u32;
    let mut fraction = [
        limbs[0] << 2 | limbs[1] >> 62,
        limbs[1] << 2 | limbs[2] >> 62,
        limbs[2] << 2 | limbs[3] >> 62,
    ];
    let past_half = fraction[0] >> 63 == 1;
    if past_half {
        quarter += 1;
        // Less one from the complement's last bit does not show.
        fraction.iter_mut().for_each(|limb| *limb = !*limb);
    }
    let mut rest = Wide::from_f64(0.0);
    for (at, limb) in fraction.iter().enumerate().rev() {
        let unit = 2_f64.powi(-64 * (at as i32 + 1));
        rest = sum(
            (limb >> 32 << 32) as f64 * unit,
            (limb & 0xffff_ffff) as f64 * unit,
        ) + rest;
    }
    rest = rest * Wide::new(HALF_PI);
    if past_half != (value < 0.0) {
        rest = -rest;
    }
    (
        rest,
        if value < 0.0 {
            quarter.wrapping_neg()
        } else {
            quarter
        } & 3,
    )
}

/// Sine and cosine of an angle of at most a little over π/4.
fn sin_cos_small(angle: Wide) -> (Wide, Wide) {
    let negative = angle.high < 0.0;
    let angle = if negative { -angle } else { angle };
    let row = (angle.high * 64.0).round();
    let rest = if row == 0.0 {
        angle
    } else {
        angle + Wide::from_f64(-row / 64.0)
    };
    let (x, square) = (rest.high, rest.high * rest.high);
    let tail =
        x * square * (-1.0 / 6.0 + square * (1.0 / 120.0 - square * (1.0 / 5040.0 - square / 362_880.0)));
    let sine = rest + Wide::from_f64(tail);
    let mut square_wide = product(x, x);
    square_wide.low += 2.0 * x * rest.low;
    let tail = square * square * (1.0 / 24.0 - square * (1.0 / 720.0 - square / 40320.0));
    // The cosine less one keeps its precision near zero.
    let drop = square_wide.scale(-0.5) + Wide::from_f64(tail);
    let one = Wide::from_f64(1.0);
    let (sine, cosine) = if row == 0.0 {
        (sine, one + drop)
    } else {
        let [a, b, c, d] = SIN_COS[row as usize];
        let (row_sine, row_cosine) = (Wide::new((a, b)), Wide::new((c, d)));
        (
            row_sine + (row_sine * drop + row_cosine * sine),
            row_cosine + (row_cosine * drop + -(row_sine * sine)),
        )
    };
    (if negative { -sine } else { sine }, cosine)
}

fn sin_cos(value: f64, quarters: u32) -> (Wide, Wide) {
    let (angle, turns) = reduce(value);
    let (sine, cosine) = sin_cos_small(angle);
    match (turns + quarters) & 3 {
        0 => (sine, cosine),
        1 => (cosine, -sine),
        2 => (-sine, -cosine),
        _ => (-cosine, sine),
    }
}

pub fn sin(value: f64) -> f64 {
    if !value.is_finite() {
        return f64::NAN;
    }
    if value == 0.0 {
        return value;
    }
    sin_cos(value, 0).0.to_f64()
}

pub fn cos(value: f64) -> f64 {
    if !value.is_finite() {
        return f64::NAN;
    }
    sin_cos(value, 1).0.to_f64()
}

pub fn tan(value: f64) -> f64 {
    if !value.is_finite() {
        return f64::NAN;
    }
    if value.abs() < 1e-9 {
        return value;
    }
    let (sine, cosine) = sin_cos(value, 0);
    (sine / cosine).to_f64()
}

/// The angle whose tangent is `y / x`, neither of them negative.
fn first_quadrant(y: Wide, x: Wide) -> Wide {
    if y.high > x.high {
        return Wide::new(HALF_PI) + -below_diagonal(x, y);
    }
    below_diagonal(y, x)
}

fn below_diagonal(y: Wide, x: Wide) -> Wide {
    let row = (y.high / x.high * 64.0).round();
    let step = Wide::from_f64(row / 64.0);
    let ratio = (y + -(x * step)) / (x + y * step);
    let (t, square) = (ratio.high, ratio.high * ratio.high);
    let tail = t * square * (-1.0 / 3.0 + square * (1.0 / 5.0 - square * (1.0 / 7.0 - square / 9.0)));
    Wide::new(ATAN[row as usize]) + (ratio + Wide::from_f64(tail))
}

pub fn atan(value: f64) -> f64 {
    let size = value.abs();
    if size < 1e-9 || value.is_nan() {
        return value;
    }
    let angle = if size > 1e18 {
        HALF_PI.0
    } else {
        first_quadrant(Wide::from_f64(size), Wide::from_f64(1.0)).to_f64()
    };
    angle.copysign(value)
}

pub fn asin(value: f64) -> f64 {
    if value.abs() > 1.0 || value.is_nan() {
        return f64::NAN;
    }
    if value.abs() < 1e-9 {
        return value;
    }
    let size = value.abs();
    let other = (sum(1.0, -size) * sum(1.0, size)).sqrt();
    first_quadrant(Wide::from_f64(size), other)
        .to_f64()
        .copysign(value)
}

pub fn acos(value: f64) -> f64 {
    if value.abs() > 1.0 || value.is_nan() {
        return f64::NAN;
    }
    let size = value.abs();
    let other = (sum(1.0, -size) * sum(1.0, size)).sqrt();
    let angle = first_quadrant(other, Wide::from_f64(size));
    if value < 0.0 {
        (Wide::new(HALF_PI).scale(2.0) + -angle).to_f64()
    } else {
        angle.to_f64()
    }
}

pub fn atan2(y: f64, x: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    let (height, width) = (y.abs(), x.abs());
    let straight = Wide::new(HALF_PI).scale(2.0);
    let back = x.is_sign_negative();
    let angle = if height == 0.0 || (width.is_infinite() && !height.is_infinite()) {
        if back {
            straight.high
        } else {
            0.0
        }
    } else if height.is_infinite() && width.is_infinite() {
        std::f64::consts::FRAC_PI_4 * if back { 3.0 } else { 1.0 }
    } else if width == 0.0 || height.is_infinite() || height / width > 1e18 {
        HALF_PI.0
    } else if height / width < 1e-18 {
        if back {
            straight.high
        } else {
            height / width
        }
    } else {
        // Both near one, so that their products neither overflow nor lose bits.
        let unit = 2_f64.powi(-((decode(height.max(width)).1 + 52) as i32) / 2);
        let (height, width) = (height * unit * unit, width * unit * unit);
        let angle = first_quadrant(Wide::from_f64(height), Wide::from_f64(width));
        if back { straight + -angle } else { angle }.to_f64()
    };
    angle.copysign(y)
}

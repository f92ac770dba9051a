//! The gamma function and its logarithm, by Lanczos' approximation with the constants that CPython uses.

use super::platform;
use std::f64::consts::PI;

#[allow(clippy::excessive_precision)]
const G: f64 = 6.024680040776729583740234375;
#[allow(clippy::excessive_precision)]
const G_LESS_HALF: f64 = 5.524680040776729583740234375;
const TERMS: usize = 13;

#[allow(clippy::excessive_precision)]
const NUMERATOR: [f64; TERMS] = [
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
];

/// The coefficients of x(x+1)…(x+11).
const DENOMINATOR: [f64; TERMS] = [
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0,
];

/// Lanczos' sum, a quotient of polynomials; in powers of 1/x where those of x would grow large.
fn lanczos_sum(x: f64) -> f64 {
    let (mut above, mut below) = (0.0, 0.0);
    if x < 5.0 {
        for at in (0..TERMS).rev() {
            above = above * x + NUMERATOR[at];
            below = below * x + DENOMINATOR[at];
        }
    } else {
        for at in 0..TERMS {
            above = above / x + NUMERATOR[at];
            below = below / x + DENOMINATOR[at];
        }
    }
    above / below
}

/// sin(πx), exact at whole and half numbers.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let value = match (2.0 * y).round() as u8 {
        0 => platform::sin(PI * y),
        1 => platform::cos(PI * (y - 0.5)),
        2 => platform::sin(PI * (1.0 - y)),
        3 => -platform::cos(PI * (y - 1.5)),
        _ => platform::sin(PI * (y - 2.0)),
    };
    1.0_f64.copysign(x) * value
}

/// Whole numbers up to here have factorials that are doubles.
const EXACT: f64 = 23.0;

/// Γ(x); NaN where it is not defined, infinite where it is too large.
pub fn gamma(x: f64) -> f64 {
    if !x.is_finite() {
        return if x < 0.0 { f64::NAN } else { x };
    }
    if x == 0.0 {
        return f64::NAN;
    }
    if x == x.floor() {
        if x < 0.0 {
            return f64::NAN;
        }
        if x <= EXACT {
            return (1..x as u32).fold(1.0, |all, factor| all * factor as f64);
        }
    }
    let size = x.abs();
    if size < 1e-20 {
        return 1.0 / x;
    }
    if size > 200.0 {
        return if x < 0.0 { 0.0 / sin_pi(x) } else { f64::INFINITY };
    }
    let y = size + G_LESS_HALF;
    let error = if size > G_LESS_HALF {
        (y - size) - G_LESS_HALF
    } else {
        (y - G_LESS_HALF) - size
    };
    let error = error * G / y;
    let half_power = || y.powf(size / 2.0 - 0.25);
    if x < 0.0 {
        let mut value = -PI / sin_pi(size) / size * y.exp() / lanczos_sum(size);
        value -= error * value;
        if size < 140.0 {
            return value / y.powf(size - 0.5);
        }
        return value / half_power() / half_power();
    }
    let mut value = lanczos_sum(size) / y.exp();
    value += error * value;
    if size < 140.0 {
        return value * y.powf(size - 0.5);
    }
    value * half_power() * half_power()
}

/// ln|Γ(x)|; infinite at the poles.
pub fn log_gamma(x: f64) -> f64 {
    #[allow(clippy::excessive_precision)]
    const LOG_PI: f64 = 1.144729885849400174143427351353058711647;
    if !x.is_finite() {
        return if x.is_nan() { x } else { f64::INFINITY };
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { f64::INFINITY } else { 0.0 };
    }
    let size = x.abs();
    if size < 1e-20 {
        return -size.ln();
    }
    let mut value = lanczos_sum(size).ln() - G;
    value += (size - 0.5) * ((size + G - 0.5).ln() - 1.0);
    if x < 0.0 {
        value = LOG_PI - sin_pi(size).abs().ln() - size.ln() - value;
    }
    value
}

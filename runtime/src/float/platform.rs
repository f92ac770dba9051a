//! The elementary functions as CPython's system library computes them. With that library at hand it is called; where
//! it is not, what stands in for it differs in the last bit of a result in a thousand.

#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod chosen {
    macro_rules! from_std {
        ($($name:ident $method:ident;)*) => {$(
            pub fn $name(x: f64) -> f64 {
                x.$method()
            }
        )*};
    }

    from_std! {
        sin sin; cos cos; tan tan; asin asin; acos acos; atan atan; sinh sinh; cosh cosh; tanh tanh; log10 log10;
    }

    pub fn atan2(y: f64, x: f64) -> f64 {
        y.atan2(x)
    }
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
mod chosen {
    pub use crate::float::stand_in::{cosh, log10, sinh, tanh};
    pub use crate::float::trigonometry::{acos, asin, atan, atan2, cos, sin, tan};
}

pub use chosen::*;

/// 2**28, where squares have swallowed the ones added to them.
const LARGE: f64 = 268_435_456.0;

pub fn asinh(x: f64) -> f64 {
    let size = x.abs();
    if size < 1.0 / LARGE || !x.is_finite() {
        return x;
    }
    let root = |square: f64| (square + 1.0).sqrt();
    let angle = if size > LARGE {
        size.ln() + std::f64::consts::LN_2
    } else if size > 2.0 {
        (2.0 * size + 1.0 / (root(x * x) + size)).ln()
    } else {
        let square = x * x;
        (size + square / (1.0 + root(square))).ln_1p()
    };
    angle.copysign(x)
}

pub fn acosh(x: f64) -> f64 {
    if x < 1.0 || x.is_nan() {
        return f64::NAN;
    }
    if x > LARGE {
        return x.ln() + std::f64::consts::LN_2;
    }
    if x > 2.0 {
        let square = x * x;
        return (2.0 * x - 1.0 / (x + (square - 1.0).sqrt())).ln();
    }
    let above = x - 1.0;
    (above + (2.0 * above + above * above).sqrt()).ln_1p()
}

pub fn atanh(x: f64) -> f64 {
    let size = x.abs();
    if size < 1.0 / LARGE {
        return x;
    }
    let double = size + size;
    let angle = if size < 0.5 {
        0.5 * (double + double * size / (1.0 - size)).ln_1p()
    } else {
        0.5 * (double / (1.0 - size)).ln_1p()
    };
    angle.copysign(x)
}

//! Functions that the portable system library computes by other formulas than CPython's usual one.

/// The logarithm of the significand, scaled, plus the exponent times log₁₀2 in two parts.
pub fn log10(x: f64) -> f64 {
    const HIGH: f64 = 0.301_029_995_663_611_77;
    const LOW: f64 = 3.694_239_077_158_931e-13;
    if !(x > 0.0 && x.is_finite()) {
        return x.log10();
    }
    let (significand, exponent) = super::elementary::frexp(x);
    // The significand lies in [1, 2) above one, and in [1/2, 1) below.
    let (significand, exponent) = if exponent > 0 {
        (significand * 2.0, exponent - 1)
    } else {
        (significand, exponent)
    };
    let exponent = exponent as f64;
    let rest = exponent * LOW + std::f64::consts::LOG10_E * significand.ln();
    rest + exponent * HIGH
}

pub fn cosh(x: f64) -> f64 {
    let size = x.abs();
    if size < 0.5 * std::f64::consts::LN_2 {
        let grown = size.exp_m1();
        let whole = 1.0 + grown;
        return if size < 2.8e-17 {
            whole
        } else {
            1.0 + (grown * grown) / (whole + whole)
        };
    }
    if size < 22.0 {
        let grown = size.exp();
        return 0.5 * grown + 0.5 / grown;
    }
    if size < 709.7 {
        return 0.5 * size.exp();
    }
    let root = (0.5 * size).exp();
    0.5 * root * root
}

pub fn sinh(x: f64) -> f64 {
    let size = x.abs();
    if size < 3.7e-9 || !x.is_finite() {
        return x;
    }
    let half = 0.5_f64.copysign(x);
    if size < 22.0 {
        let grown = size.exp_m1();
        return if size < 1.0 {
            half * (2.0 * grown - grown * grown / (grown + 1.0))
        } else {
            half * (grown + grown / (grown + 1.0))
        };
    }
    if size < 709.7 {
        return half * size.exp();
    }
    let root = (0.5 * size).exp();
    half * root * root
}

pub fn tanh(x: f64) -> f64 {
    let size = x.abs();
    if size < 2.8e-17 || x.is_nan() {
        return x;
    }
    let value = if size >= 22.0 {
        1.0
    } else if size >= 1.0 {
        let grown = (2.0 * size).exp_m1();
        1.0 - 2.0 / (grown + 2.0)
    } else {
        let shrunk = (-2.0 * size).exp_m1();
        -shrunk / (shrunk + 2.0)
    };
    value.copysign(x)
}

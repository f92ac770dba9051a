//! Numbers of twice a double's precision, as an unevaluated sum of two doubles.

use std::ops::{Add, Div, Mul, Neg, Sub};

#[derive(Debug, Clone, Copy)]
pub struct Wide {
    pub high: f64,
    pub low: f64,
}

/// The exact sum of two doubles.
#[inline]
pub fn sum(a: f64, b: f64) -> Wide {
    let high = a + b;
    let part = high - a;
    Wide {
        high,
        low: (a - (high - part)) + (b - part),
    }
}

/// The exact sum of two doubles, the first of which is not the smaller.
#[inline]
fn quick_sum(a: f64, b: f64) -> Wide {
    let high = a + b;
    Wide {
        high,
        low: b - (high - a),
    }
}

#[inline]
fn halves(a: f64) -> (f64, f64) {
    let scaled = a * 134_217_729.0;
    let high = scaled - (scaled - a);
    (high, a - high)
}

/// The exact product of two doubles.
#[inline]
pub fn product(a: f64, b: f64) -> Wide {
    let high = a * b;
    let ((a1, a2), (b1, b2)) = (halves(a), halves(b));
    Wide {
        high,
        low: ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2,
    }
}

impl Wide {
    pub const fn new(parts: (f64, f64)) -> Wide {
        Wide {
            high: parts.0,
            low: parts.1,
        }
    }

    pub const fn from_f64(value: f64) -> Wide {
        Wide {
            high: value,
            low: 0.0,
        }
    }

    #[inline]
    pub fn to_f64(self) -> f64 {
        self.high + self.low
    }

    /// Times a power of two.
    #[inline]
    pub fn scale(self, power: f64) -> Wide {
        Wide {
            high: self.high * power,
            low: self.low * power,
        }
    }

    pub fn sqrt(self) -> Wide {
        if self.high <= 0.0 {
            return Wide::from_f64(self.high);
        }
        let root = self.high.sqrt();
        let rest = self - product(root, root);
        quick_sum(root, rest.to_f64() / (2.0 * root))
    }
}

impl Neg for Wide {
    type Output = Wide;

    #[inline]
    fn neg(self) -> Wide {
        Wide {
            high: -self.high,
            low: -self.low,
        }
    }
}

impl Add for Wide {
    type Output = Wide;

    #[inline]
    fn add(self, other: Wide) -> Wide {
        let high = sum(self.high, other.high);
        let low = sum(self.low, other.low);
        let all = quick_sum(high.high, high.low + low.high);
        quick_sum(all.high, all.low + low.low)
    }
}

impl Sub for Wide {
    type Output = Wide;

    #[inline]
    fn sub(self, other: Wide) -> Wide {
        self + -other
    }
}

impl Mul for Wide {
    type Output = Wide;

    #[inline]
    fn mul(self, other: Wide) -> Wide {
        let high = product(self.high, other.high);
        quick_sum(
            high.high,
            high.low + (self.high * other.low + self.low * other.high),
        )
    }
}

impl Div for Wide {
    type Output = Wide;

    #[inline]
    fn div(self, other: Wide) -> Wide {
        let first = self.high / other.high;
        let rest = self - other * Wide::from_f64(first);
        let second = rest.high / other.high;
        let rest = rest - other * Wide::from_f64(second);
        let all = quick_sum(first, second);
        quick_sum(all.high, all.low + rest.high / other.high)
    }
}

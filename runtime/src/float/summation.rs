//! Sums and lengths without loss: `math.fsum`, `math.hypot`, `math.dist`.

use super::double_double::{product, sum, Wide};
use crate::fault::{Fault, Kernel};

/// Shewchuk's exact sum: a list of doubles whose bits do not overlap.
#[derive(Debug, Default)]
pub struct ExactSum {
    partials: Vec<f64>,
    special: f64,
    infinite: f64,
}

impl ExactSum {
    pub fn new() -> ExactSum {
        ExactSum::default()
    }

    pub fn add(&mut self, value: f64) -> Kernel<()> {
        let mut x = value;
        let mut kept = 0;
        for at in 0..self.partials.len() {
            let part = sum(x, self.partials[at]);
            if part.low != 0.0 {
                self.partials[kept] = part.low;
                kept += 1;
            }
            x = part.high;
        }
        self.partials.truncate(kept);
        if x == 0.0 {
            return Ok(());
        }
        if x.is_finite() {
            self.partials.push(x);
            return Ok(());
        }
        if value.is_finite() {
            return Err(Fault::overflow("intermediate overflow in fsum"));
        }
        if value.is_infinite() {
            self.infinite += value;
        }
        self.special += value;
        self.partials.clear();
        Ok(())
    }

    /// The sum, rounded once.
    pub fn total(mut self) -> Kernel<f64> {
        if self.special != 0.0 {
            if self.infinite.is_nan() {
                return Err(Fault::value("-inf + inf in fsum"));
            }
            return Ok(self.special);
        }
        let Some(mut high) = self.partials.pop() else {
            return Ok(0.0);
        };
        let mut low = 0.0;
        while let Some(next) = self.partials.pop() {
            let part = sum(high, next);
            (high, low) = (part.high, part.low);
            if low != 0.0 {
                break;
            }
        }
        // A half that is rounded to even must still see the sign of what lies below it.
        if let Some(below) = self.partials.last() {
            if (low < 0.0 && *below < 0.0) || (low > 0.0 && *below > 0.0) {
                let twice = low * 2.0;
                let moved = high + twice;
                if twice == moved - high {
                    high = moved;
                }
            }
        }
        Ok(high)
    }
}

/// The length of a vector: `math.hypot(*parts)`.
pub fn length(parts: &[f64]) -> f64 {
    if parts.iter().any(|part| part.is_infinite()) {
        return f64::INFINITY;
    }
    if parts.iter().any(|part| part.is_nan()) {
        return f64::NAN;
    }
    let largest = parts.iter().fold(0.0_f64, |most, part| most.max(part.abs()));
    if largest == 0.0 || parts.len() == 1 {
        return largest;
    }
    let (_, exponent) = super::elementary::frexp(largest);
    let total = parts.iter().fold(Wide::from_f64(0.0), |all, part| {
        let part = super::elementary::scale_by(*part, -exponent);
        all + product(part, part)
    });
    super::elementary::scale_by(total.sqrt().to_f64(), exponent)
}

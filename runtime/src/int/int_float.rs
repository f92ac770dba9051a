//! Where integers meet floats, exactly: conversion, comparison, true division, hashing.

use super::{bits, Whole, WholeRef as Ref};
use crate::fault::{Fault, Kernel};
use num_bigint::{BigInt, BigUint, Sign};
use std::cmp::Ordering;

/// Integers up to this magnitude are doubles without loss.
const EXACT: u64 = 1 << 53;

/// `mantissa * 2**exponent` rounded half to even; infinity when too large. The mantissa's lowest bit may
/// stand for lost lower bits as long as the mantissa has more than 55 bits.
pub(crate) fn scale(mantissa: u128, exponent: i64) -> f64 {
    if mantissa == 0 {
        return 0.0;
    }
    let length = 128 - mantissa.leading_zeros() as i64;
    let top = length - 1 + exponent;
    if top > 1023 {
        return f64::INFINITY;
    }
    if top < -1075 {
        return 0.0;
    }
    let keep = if top >= -1022 { 53 } else { 53 + (top + 1022) };
    let shift = length - keep;
    let digits = if shift <= 0 {
        (mantissa << -shift) as u64
    } else if shift >= 128 {
        0
    } else {
        let (quotient, rest) = ((mantissa >> shift) as u64, mantissa & ((1 << shift) - 1));
        let half = 1_u128 << (shift - 1);
        quotient + (rest > half || (rest == half && quotient & 1 == 1)) as u64
    };
    if top < -1022 {
        return f64::from_bits(digits);
    }
    // A carry out of the 53 digits moves the exponent up by itself.
    f64::from_bits((((top + 1023) as u64) << 52) + (digits - (1 << 52)))
}

/// The highest bits of a non-zero magnitude with a sticky lowest bit, and the exponent that goes with them.
fn head(magnitude: &BigUint) -> (u128, i64) {
    let surplus = magnitude.bits() as i64 - 120;
    if surplus <= 0 {
        return (u128::try_from(magnitude).unwrap_or(0), 0);
    }
    let high = u128::try_from(magnitude >> surplus as u64).unwrap_or(0);
    let lost = magnitude
        .trailing_zeros()
        .is_some_and(|zeros| (zeros as i64) < surplus);
    (high | lost as u128, surplus)
}

fn signed(negative: bool, value: f64) -> f64 {
    if negative {
        -value
    } else {
        value
    }
}

pub fn to_f64(a: Ref) -> Kernel<f64> {
    match a {
        Ref::Small(value) => Ok(value as f64),
        Ref::Big(value) => {
            let (mantissa, exponent) = head(value.magnitude());
            let size = scale(mantissa, exponent);
            if size.is_infinite() {
                return Err(Fault::Overflow("int too large to convert to float".into()));
            }
            Ok(signed(value.sign() == Sign::Minus, size))
        }
    }
}

/// `a / b`, correctly rounded.
pub fn true_div(a: Ref, b: Ref) -> Kernel<f64> {
    if b.is_zero() {
        return Err(Fault::ZeroDivision("division by zero"));
    }
    if let (Ref::Small(a), Ref::Small(b)) = (a, b) {
        if a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT {
            return Ok(a as f64 / b as f64);
        }
    }
    let negative = a.is_negative() != b.is_negative();
    if a.is_zero() {
        return Ok(signed(negative, 0.0));
    }
    let exponent = bits::bit_length(a) as i64 - bits::bit_length(b) as i64 - 66;
    if exponent > 1024 {
        return Err(Fault::Overflow(
            "integer division result too large for a float".into(),
        ));
    }
    if exponent < -1200 {
        return Ok(signed(negative, 0.0));
    }
    let (a, b) = (a.widen(), b.widen());
    let (upper, lower) = if exponent < 0 {
        (a.magnitude() << -exponent as u64, b.magnitude().clone())
    } else {
        (a.magnitude().clone(), b.magnitude() << exponent as u64)
    };
    let quotient = &upper / &lower;
    let lost = &quotient * &lower != upper;
    let size = scale(u128::try_from(quotient).unwrap_or(0) | lost as u128, exponent);
    if size.is_infinite() {
        return Err(Fault::Overflow(
            "integer division result too large for a float".into(),
        ));
    }
    Ok(signed(negative, size))
}

/// A finite double as `mantissa * 2**exponent`, sign apart.
pub(crate) fn decode(value: f64) -> (u64, i64) {
    let bits = value.to_bits();
    let (field, digits) = ((bits >> 52 & 0x7ff) as i64, bits & ((1 << 52) - 1));
    if field == 0 {
        (digits, -1074)
    } else {
        (digits | 1 << 52, field - 1075)
    }
}

/// `int(value)`: the fraction is dropped.
pub fn from_f64(value: f64) -> Kernel<Whole> {
    if value.is_nan() {
        return Err(Fault::Value("cannot convert float NaN to integer".into()));
    }
    if value.is_infinite() {
        return Err(Fault::Overflow("cannot convert float infinity to integer".into()));
    }
    if value.abs() < 9.2e18 {
        return Ok(Whole::Small(value as i64));
    }
    let (mantissa, exponent) = decode(value);
    let size = BigInt::from(mantissa) << exponent as u64;
    Ok(Whole::from_big(if value < 0.0 { -size } else { size }))
}

/// The exact order of an integer and a float; `None` for NaN.
pub fn cmp_f64(a: Ref, b: f64) -> Option<Ordering> {
    if b.is_nan() {
        return None;
    }
    match a {
        Ref::Small(a) if a.unsigned_abs() <= EXACT => (a as f64).partial_cmp(&b),
        _ if b.is_infinite() => Some(if b > 0.0 {
            Ordering::Less
        } else {
            Ordering::Greater
        }),
        _ => {
            let floor = b.floor();
            let order = super::cmp(a, from_f64(floor).ok()?.by_ref());
            // Equal to the floor of a fraction means below the fraction.
            Some(order.then(if floor < b {
                Ordering::Less
            } else {
                Ordering::Equal
            }))
        }
    }
}

pub fn eq_f64(a: Ref, b: f64) -> bool {
    cmp_f64(a, b) == Some(Ordering::Equal)
}

/// The prime that numeric hashes are reduced by.
pub(crate) const HASH_PRIME: u64 = (1 << 61) - 1;

pub fn hash(a: Ref) -> i64 {
    let size = match a {
        Ref::Small(value) => value.unsigned_abs() % HASH_PRIME,
        Ref::Big(value) => {
            // 2**64 is 8 modulo the prime.
            let digits: Vec<u64> = value.iter_u64_digits().collect();
            digits.iter().rev().fold(0, |rest, digit| {
                ((rest as u128 * 8 + *digit as u128) % HASH_PRIME as u128) as u64
            })
        }
    };
    match if a.is_negative() {
        -(size as i64)
    } else {
        size as i64
    } {
        -1 => -2,
        hash => hash,
    }
}

/// `float.as_integer_ratio()`.
pub fn as_integer_ratio(value: f64) -> Kernel<(Whole, Whole)> {
    if value.is_nan() {
        return Err(Fault::Value("cannot convert NaN to integer ratio".into()));
    }
    if value.is_infinite() {
        return Err(Fault::Overflow("cannot convert Infinity to integer ratio".into()));
    }
    if value == 0.0 {
        return Ok((Whole::ZERO, Whole::Small(1)));
    }
    let (mut mantissa, mut exponent) = decode(value);
    let zeros = mantissa.trailing_zeros();
    mantissa >>= zeros;
    exponent += zeros as i64;
    let mantissa = if value < 0.0 {
        -(mantissa as i64)
    } else {
        mantissa as i64
    };
    let power = |count: i64| Ref::Small(count.max(0));
    let numerator = bits::shl(Ref::Small(mantissa), power(exponent))?;
    Ok((numerator, bits::shl(Ref::Small(1), power(-exponent))?))
}

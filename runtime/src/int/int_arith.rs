//! Arithmetic and ordering with Python's signs: floor division, remainder with the divisor's sign.

use super::{bits, int_float as convert, Whole, WholeRef as Ref};
use crate::fault::{Fault, Kernel};
use num_bigint::{BigInt, BigUint, Sign};
use std::cmp::Ordering;

/// Results beyond this many bits are refused as CPython refuses what its memory cannot hold.
pub(super) const MAX_BITS: u64 = 1 << 33;

pub const DIVISION_BY_ZERO: Fault = Fault::ZeroDivision("integer division or modulo by zero");
pub const MODULO_BY_ZERO: Fault = Fault::ZeroDivision("integer modulo by zero");

#[cold]
#[inline(never)]
pub fn add(a: Ref, b: Ref) -> Whole {
    match (a, b) {
        (Ref::Small(a), Ref::Small(b)) => Whole::from_i128(a as i128 + b as i128),
        _ => Whole::from_big(a.widen().as_ref() + b.widen().as_ref()),
    }
}

#[cold]
#[inline(never)]
pub fn sub(a: Ref, b: Ref) -> Whole {
    match (a, b) {
        (Ref::Small(a), Ref::Small(b)) => Whole::from_i128(a as i128 - b as i128),
        _ => Whole::from_big(a.widen().as_ref() - b.widen().as_ref()),
    }
}

#[cold]
#[inline(never)]
pub fn mul(a: Ref, b: Ref) -> Whole {
    match (a, b) {
        (Ref::Small(a), Ref::Small(b)) => Whole::from_i128(a as i128 * b as i128),
        // A one-digit factor needs no second big number: factorials and powers live here.
        (Ref::Big(big), Ref::Small(small)) | (Ref::Small(small), Ref::Big(big)) => {
            Whole::from_big(big * small)
        }
        (Ref::Big(a), Ref::Big(b)) => Whole::from_big(a * b),
    }
}

pub fn neg(a: Ref) -> Whole {
    match a {
        Ref::Small(a) => Whole::from_i128(-(a as i128)),
        Ref::Big(a) => Whole::from_big(-a),
    }
}

/// Quotient and remainder rounded towards negative infinity; the divisor is not zero.
fn divide(a: Ref, b: Ref) -> (Whole, Whole) {
    if let (Ref::Small(a), Ref::Small(b)) = (a, b) {
        let (a, b) = (a as i128, b as i128);
        let (quotient, rest) = (a / b, a % b);
        let step = rest != 0 && (rest < 0) != (b < 0);
        return if step {
            (Whole::from_i128(quotient - 1), Whole::from_i128(rest + b))
        } else {
            (Whole::from_i128(quotient), Whole::from_i128(rest))
        };
    }
    let (a, b) = (a.widen(), b.widen());
    if a.magnitude() < b.magnitude() {
        let mixed = a.sign() != Sign::NoSign && a.sign() != b.sign();
        let rest = if mixed {
            a.as_ref() + b.as_ref()
        } else {
            a.into_owned()
        };
        return (Whole::Small(-(mixed as i64)), Whole::from_big(rest));
    }
    let quotient = match i64::try_from(b.as_ref()) {
        Ok(small) => a.as_ref() / small,
        Err(_) => a.as_ref() / b.as_ref(),
    };
    let rest = a.as_ref() - &quotient * b.as_ref();
    if rest.sign() != Sign::NoSign && rest.sign() != b.sign() {
        (Whole::from_big(quotient - 1), Whole::from_big(rest + b.as_ref()))
    } else {
        (Whole::from_big(quotient), Whole::from_big(rest))
    }
}

pub fn floordiv(a: Ref, b: Ref) -> Kernel<Whole> {
    if b.is_zero() {
        return Err(DIVISION_BY_ZERO);
    }
    Ok(divide(a, b).0)
}

pub fn modulo(a: Ref, b: Ref) -> Kernel<Whole> {
    if b.is_zero() {
        return Err(MODULO_BY_ZERO);
    }
    Ok(divide(a, b).1)
}

pub fn divmod(a: Ref, b: Ref) -> Kernel<(Whole, Whole)> {
    if b.is_zero() {
        return Err(DIVISION_BY_ZERO);
    }
    Ok(divide(a, b))
}

pub fn cmp(a: Ref, b: Ref) -> Ordering {
    match (a, b) {
        (Ref::Small(a), Ref::Small(b)) => a.cmp(&b),
        _ => a.widen().as_ref().cmp(b.widen().as_ref()),
    }
}

/// `int ** int` is an int, or a float when the exponent is negative.
#[derive(Debug, Clone, PartialEq)]
pub enum Power {
    Int(Whole),
    Float(f64),
}

pub fn pow(base: Ref, exponent: Ref) -> Kernel<Power> {
    if exponent.is_negative() {
        let (base, exponent) = (convert::to_f64(base)?, convert::to_f64(exponent)?);
        return match crate::float::pow(base, exponent)? {
            crate::float::Power::Real(value) => Ok(Power::Float(value)),
            // A whole exponent never leaves the reals.
            crate::float::Power::Complex => Ok(Power::Float(f64::NAN)),
        };
    }
    pow_whole(base, exponent).map(Power::Int)
}

fn pow_whole(base: Ref, exponent: Ref) -> Kernel<Whole> {
    let odd = match exponent {
        Ref::Small(value) => value & 1 == 1,
        Ref::Big(value) => value.bit(0),
    };
    match base.to_i64() {
        Some(1) => return Ok(Whole::Small(1)),
        Some(-1) => return Ok(Whole::Small(if odd { -1 } else { 1 })),
        Some(0) => return Ok(Whole::Small(exponent.is_zero() as i64)),
        _ => {}
    }
    let exponent = match exponent.to_i64() {
        Some(value) if (value as u64) < MAX_BITS => value as u64,
        _ => return Err(Fault::Memory),
    };
    if let Ref::Small(base) = base {
        if let Some(value) = pow_small(base, exponent) {
            return Ok(Whole::Small(value));
        }
        if base == 2 {
            return bits::shl(Ref::Small(1), Ref::Small(exponent as i64));
        }
    }
    if bits::bit_length(base).saturating_mul(exponent) > MAX_BITS {
        return Err(Fault::Memory);
    }
    Ok(Whole::from_big(base.widen().pow(exponent as u32)))
}

fn pow_small(base: i64, mut exponent: u64) -> Option<i64> {
    let (mut result, mut square) = (1_i64, base);
    loop {
        if exponent & 1 == 1 {
            result = result.checked_mul(square)?;
        }
        exponent >>= 1;
        if exponent == 0 {
            return Some(result);
        }
        square = square.checked_mul(square)?;
    }
}

/// `pow(base, exponent, modulus)`. A negative exponent asks for the inverse of the base.
pub fn pow_mod(base: Ref, exponent: Ref, modulus: Ref) -> Kernel<Whole> {
    if modulus.is_zero() {
        return Err(Fault::Value("pow() 3rd argument cannot be 0".into()));
    }
    let modulus = modulus.widen();
    let size = modulus.magnitude();
    let mut residue = residue_of(base, size);
    if exponent.is_negative() {
        residue = match inverse(&residue, size) {
            Some(value) => value,
            None => {
                return Err(Fault::Value(
                    "base is not invertible for the given modulus".into(),
                ))
            }
        };
    }
    let power = match (u64::try_from(&residue), u64::try_from(size), exponent) {
        (Ok(residue), Ok(size), Ref::Small(exponent)) => {
            BigUint::from(pow_mod_small(residue, exponent.unsigned_abs(), size))
        }
        _ => residue.modpow(exponent.widen().magnitude(), size),
    };
    let mut result = BigInt::from(power);
    if modulus.sign() == Sign::Minus && result.sign() != Sign::NoSign {
        result += modulus.as_ref();
    }
    Ok(Whole::from_big(result))
}

fn pow_mod_small(base: u64, mut exponent: u64, modulus: u64) -> u64 {
    let times = |a: u64, b: u64| match a.checked_mul(b) {
        Some(product) => product % modulus,
        None => (a as u128 * b as u128 % modulus as u128) as u64,
    };
    let (mut result, mut square) = (1 % modulus, base);
    while exponent != 0 {
        if exponent & 1 == 1 {
            result = times(result, square);
        }
        square = times(square, square);
        exponent >>= 1;
    }
    result
}

/// `value` modulo `size`, in 0..size.
fn residue_of(value: Ref, size: &BigUint) -> BigUint {
    let value = value.widen();
    let rest = value.magnitude() % size;
    if value.sign() == Sign::Minus && rest != BigUint::default() {
        size - rest
    } else {
        rest
    }
}

/// The multiplicative inverse of `value` modulo `size`, by the extended Euclidean algorithm.
fn inverse(value: &BigUint, size: &BigUint) -> Option<BigUint> {
    let (mut old, mut new) = (BigInt::from(size.clone()), BigInt::from(value.clone()));
    let (mut old_factor, mut new_factor) = (BigInt::default(), BigInt::from(1));
    while new.sign() != Sign::NoSign {
        let quotient = &old / &new;
        let next = &old - &quotient * &new;
        old = std::mem::replace(&mut new, next);
        let next = &old_factor - &quotient * &new_factor;
        old_factor = std::mem::replace(&mut new_factor, next);
    }
    if old != BigInt::from(1) {
        return None;
    }
    Some(residue_of(Ref::Big(&old_factor), size))
}

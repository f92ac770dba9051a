//! Shifts, bitwise operations on the infinite two's complement, and conversion to and from bytes.

use super::int_arith::MAX_BITS;
use super::{Whole, WholeRef as Ref};
use crate::fault::{Fault, Kernel};
use num_bigint::{BigInt, Sign};

pub fn bit_length(a: Ref) -> u64 {
    match a {
        Ref::Small(value) => 64 - value.unsigned_abs().leading_zeros() as u64,
        Ref::Big(value) => value.bits(),
    }
}

/// The number of ones in the absolute value.
pub fn bit_count(a: Ref) -> u64 {
    match a {
        Ref::Small(value) => value.unsigned_abs().count_ones() as u64,
        Ref::Big(value) => value
            .iter_u64_digits()
            .map(|digit| digit.count_ones() as u64)
            .sum(),
    }
}

pub fn invert(a: Ref) -> Whole {
    match a {
        Ref::Small(value) => Whole::Small(!value),
        Ref::Big(value) => Whole::from_big(-value - 1),
    }
}

pub fn and(a: Ref, b: Ref) -> Whole {
    match (a, b) {
        (Ref::Small(a), Ref::Small(b)) => Whole::Small(a & b),
        _ => Whole::from_big(a.widen().as_ref() & b.widen().as_ref()),
    }
}

pub fn or(a: Ref, b: Ref) -> Whole {
    match (a, b) {
        (Ref::Small(a), Ref::Small(b)) => Whole::Small(a | b),
        _ => Whole::from_big(a.widen().as_ref() | b.widen().as_ref()),
    }
}

pub fn xor(a: Ref, b: Ref) -> Whole {
    match (a, b) {
        (Ref::Small(a), Ref::Small(b)) => Whole::Small(a ^ b),
        _ => Whole::from_big(a.widen().as_ref() ^ b.widen().as_ref()),
    }
}

const NEGATIVE_SHIFT: &str = "negative shift count";

pub fn shl(a: Ref, count: Ref) -> Kernel<Whole> {
    if count.is_negative() {
        return Err(Fault::Value(NEGATIVE_SHIFT.into()));
    }
    if a.is_zero() {
        return Ok(Whole::ZERO);
    }
    let Some(count) = count.to_i64() else {
        return Err(Fault::Overflow("too many digits in integer".into()));
    };
    let count = count as u64;
    if let Ref::Small(value) = a {
        if count < 64 {
            return Ok(Whole::from_i128((value as i128) << count));
        }
    }
    if bit_length(a).saturating_add(count) > MAX_BITS {
        return Err(Fault::Memory);
    }
    Ok(Whole::from_big(a.widen().as_ref() << count))
}

pub fn shr(a: Ref, count: Ref) -> Kernel<Whole> {
    if count.is_negative() {
        return Err(Fault::Value(NEGATIVE_SHIFT.into()));
    }
    let sign = -(a.is_negative() as i64);
    let Some(count) = count.to_i64() else {
        return Ok(Whole::Small(sign));
    };
    match a {
        Ref::Small(value) => Ok(Whole::Small(value >> count.min(63))),
        Ref::Big(value) if count as u64 > value.bits() => Ok(Whole::Small(sign)),
        Ref::Big(value) => Ok(Whole::from_big(value >> count)),
    }
}

const TOO_BIG: &str = "int too big to convert";

/// `int.to_bytes(length, order, signed=…)`.
pub fn to_bytes(a: Ref, length: usize, little: bool, signed: bool) -> Kernel<Vec<u8>> {
    let negative = a.is_negative();
    if negative && !signed {
        return Err(Fault::Overflow("can't convert negative int to unsigned".into()));
    }
    let mut bytes = match a {
        Ref::Small(value) => value.to_le_bytes().to_vec(),
        Ref::Big(value) => value.to_signed_bytes_le(),
    };
    let filler = if negative { 0xff } else { 0 };
    while bytes.len() > length {
        if bytes.pop() != Some(filler) {
            return Err(Fault::Overflow(TOO_BIG.into()));
        }
    }
    bytes.resize(length, filler);
    let top = bytes.last().map_or(0, |byte| byte >> 7);
    // No bytes at all hold 0 and, in CPython, -1; the loop above has made sure of that.
    if signed && length > 0 && (top == 1) != negative {
        return Err(Fault::Overflow(TOO_BIG.into()));
    }
    if !little {
        bytes.reverse();
    }
    Ok(bytes)
}

/// `int.from_bytes(bytes, order, signed=…)`.
pub fn from_bytes(bytes: &[u8], little: bool, signed: bool) -> Whole {
    let mut bytes = bytes.to_vec();
    if !little {
        bytes.reverse();
    }
    let big = if signed {
        BigInt::from_signed_bytes_le(&bytes)
    } else {
        BigInt::from_bytes_le(Sign::Plus, &bytes)
    };
    Whole::from_big(big)
}

//! Integers as digits.

use super::WholeRef as Ref;
use crate::fault::{Fault, Kernel};
use num_bigint::BigUint;
use std::cell::Cell;

/// `sys.get_int_max_str_digits()` at start. Zero means no limit.
pub const DEFAULT_DIGIT_LIMIT: usize = 4300;

/// The two digits of every number below a hundred.
const PAIRS: &[u8; 200] = b"0001020304050607080910111213141516171819\
2021222324252627282930313233343536373839\
4041424344454647484950515253545556575859\
6061626364656667686970717273747576777879\
8081828384858687888990919293949596979899";

/// Appends `value` in decimal.
pub fn push_i64(out: &mut Vec<u8>, value: i64) {
    let mut digits = [0_u8; 20];
    let mut at = digits.len();
    let mut rest = value.unsigned_abs();
    while rest >= 100 {
        let pair = (rest % 100) as usize * 2;
        rest /= 100;
        at -= 2;
        digits[at..at + 2].copy_from_slice(&PAIRS[pair..pair + 2]);
    }
    if rest >= 10 {
        let pair = rest as usize * 2;
        at -= 2;
        digits[at..at + 2].copy_from_slice(&PAIRS[pair..pair + 2]);
    } else {
        at -= 1;
        digits[at] = b'0' + rest as u8;
    }
    if value < 0 {
        at -= 1;
        digits[at] = b'-';
    }
    out.extend_from_slice(&digits[at..]);
}

/// `str(a)`; `limit` is the most digits a big number may have, 0 for any.
pub fn show(a: Ref, limit: usize) -> Kernel<Vec<u8>> {
    let big = match a {
        Ref::Small(value) => {
            let mut out = Vec::with_capacity(20);
            push_i64(&mut out, value);
            return Ok(out);
        }
        Ref::Big(value) => value,
    };
    // A number of so many bits certainly has more digits; counting them exactly could take minutes.
    let hopeless = limit != 0 && big.bits() / 10 * 3 > limit as u64 + 3;
    if !hopeless {
        let mut text = DECIMAL.get()(big.magnitude());
        if a.is_negative() {
            text.insert(0, b'-');
        }
        if limit == 0 || text.len() - (text[0] == b'-') as usize <= limit {
            return Ok(text);
        }
    }
    let mut text = String::from("Exceeds the limit (");
    push_number(&mut text, limit);
    text.push_str(
        " digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit",
    );
    Err(Fault::Value(text.into()))
}

thread_local! {
    /// The digits of a big number. Under the usual limit the plain algorithm is fast enough; the one for any length links
    /// the division and multiplication of huge numbers.
    static DECIMAL: Cell<fn(&BigUint) -> Vec<u8>> = const { Cell::new(decimal) };
}

/// Called when numbers may get longer than the usual limit.
pub fn show_long_numbers() {
    DECIMAL.set(|value| value.to_str_radix(10).into_bytes());
}

/// Decimal digits by repeated division by 10⁹.
fn decimal(value: &BigUint) -> Vec<u8> {
    let mut rest: Vec<u32> = value.iter_u32_digits().collect();
    let mut out = Vec::with_capacity(rest.len() * 10);
    while !rest.is_empty() {
        let mut over = 0;
        for digit in rest.iter_mut().rev() {
            let part = over << 32 | u64::from(*digit);
            *digit = (part / 1_000_000_000) as u32;
            over = part % 1_000_000_000;
        }
        while rest.last() == Some(&0) {
            rest.pop();
        }
        for _ in 0..9 {
            out.push(b'0' + (over % 10) as u8);
            over /= 10;
        }
    }
    while out.len() > 1 && out.last() == Some(&b'0') {
        out.pop();
    }
    out.reverse();
    out
}

pub(crate) fn push_number(out: &mut String, value: usize) {
    let mut digits = Vec::with_capacity(20);
    push_i64(&mut digits, value as i64);
    out.extend(digits.iter().map(|digit| *digit as char));
}

/// The digits of the absolute value in base 2, 8 or 16, in lower case and without a prefix.
pub fn show_radix(a: Ref, radix: u32) -> Vec<u8> {
    let digits = |value: u64, least: u32, out: &mut Vec<u8>| {
        let bits = radix.trailing_zeros();
        let needed = (64 - value.leading_zeros()).div_ceil(bits).max(least);
        for at in (0..needed).rev() {
            let digit = value >> (at * bits) & u64::from(radix - 1);
            out.push(b"0123456789abcdef"[digit as usize]);
        }
    };
    let mut out = Vec::with_capacity(16);
    match a {
        Ref::Small(value) => digits(value.unsigned_abs(), 1, &mut out),
        Ref::Big(value) => {
            // Words of a length that holds whole digits: octal ones have three bits.
            let width = 63 / radix.trailing_zeros() * radix.trailing_zeros();
            let words = words(value.magnitude(), width);
            for (i, word) in words.iter().rev().enumerate() {
                let least = if i == 0 { 1 } else { width / radix.trailing_zeros() };
                digits(*word, least, &mut out);
            }
        }
    }
    out
}

/// The number in words of `width` bits, the lowest first.
fn words(value: &BigUint, width: u32) -> Vec<u64> {
    let (mut out, mut pending, mut filled) = (Vec::new(), 0_u128, 0);
    for digit in value.iter_u64_digits() {
        pending |= u128::from(digit) << filled;
        filled += 64;
        while filled >= width {
            out.push((pending & ((1 << width) - 1)) as u64);
            pending >>= width;
            filled -= width;
        }
    }
    out.push(pending as u64);
    while out.len() > 1 && out.last() == Some(&0) {
        out.pop();
    }
    out
}

//! Doubles as decimal digits: the shortest that read back, or exactly as many as asked for.

use crate::int::{decode, push_i64};

/// A finite magnitude `0.d₁d₂d₃… × 10^point`. `digits` are ASCII and start with a digit other than zero, except
/// that zero has no digits.
#[derive(Debug, Clone, PartialEq)]
pub struct Decimal {
    pub negative: bool,
    pub digits: Vec<u8>,
    pub point: i32,
}

/// The shortest digits that read back as `value`, the nearest of them, halves to even.
pub fn shortest(value: f64) -> Decimal {
    let negative = value.is_sign_negative();
    if value == 0.0 {
        return Decimal {
            negative,
            digits: Vec::new(),
            point: 0,
        };
    }
    let mut buffer = ryu::Buffer::new();
    let text = buffer.format_finite(value.abs()).as_bytes();
    let mut digits = Vec::with_capacity(17);
    let (mut point, mut seen_point, mut at) = (0, false, 0);
    while at < text.len() && text[at] != b'e' {
        match text[at] {
            b'.' => seen_point = true,
            // Zeros in front of the first digit only move the point.
            b'0' if digits.is_empty() => point -= seen_point as i32,
            digit => {
                digits.push(digit);
                point += !seen_point as i32;
            }
        }
        at += 1;
    }
    if at < text.len() {
        let (sign, tail) = if text[at + 1] == b'-' {
            (-1, &text[at + 2..])
        } else {
            (1, &text[at + 1..])
        };
        point += sign * tail.iter().fold(0, |all, digit| all * 10 + (digit - b'0') as i32);
    }
    while digits.last() == Some(&b'0') {
        digits.pop();
    }
    Decimal {
        negative,
        digits,
        point,
    }
}

const BASE: u32 = 1_000_000_000;

/// All digits of a double: a whole part of `whole` limbs of nine digits, then the fraction's limbs.
struct Expansion {
    limbs: Vec<u32>,
    whole: usize,
}

fn expand(mantissa: u64, exponent: i64) -> Expansion {
    let mut limbs = Vec::new();
    if exponent >= 0 {
        // Limbs grow at the low end while doubling; they are turned round once at the end.
        let mut rest = mantissa;
        while rest != 0 {
            limbs.push((rest % BASE as u64) as u32);
            rest /= BASE as u64;
        }
        let mut left = exponent;
        while left > 0 {
            let step = left.min(29);
            let mut carry = 0;
            for limb in &mut limbs {
                let value = ((*limb as u64) << step) + carry;
                *limb = (value % BASE as u64) as u32;
                carry = value / BASE as u64;
            }
            if carry != 0 {
                limbs.push(carry as u32);
            }
            left -= step;
        }
        limbs.reverse();
        let whole = limbs.len();
        return Expansion { limbs, whole };
    }
    let mut rest = mantissa;
    while rest != 0 {
        limbs.push((rest % BASE as u64) as u32);
        rest /= BASE as u64;
    }
    limbs.reverse();
    let whole = limbs.len();
    let mut left = -exponent;
    while left > 0 {
        // 2**9 divides BASE**1, so nine halvings lengthen the fraction by one limb at most.
        let step = left.min(9);
        let mut carry = 0;
        for limb in &mut limbs {
            let value = carry * BASE as u64 + *limb as u64;
            *limb = (value >> step) as u32;
            carry = value & ((1 << step) - 1);
        }
        if carry != 0 {
            limbs.push(((carry * BASE as u64) >> step) as u32);
        }
        left -= step;
    }
    Expansion { limbs, whole }
}

/// Every digit of a finite magnitude, without zeros in front, and where the point stands.
fn all_digits(value: f64) -> (Vec<u8>, i32) {
    let (mantissa, exponent) = decode(value);
    let zeros = mantissa.trailing_zeros().min(63);
    let expansion = expand(mantissa >> zeros, exponent + zeros as i64);
    let mut digits = Vec::with_capacity(expansion.limbs.len() * 9);
    for limb in &expansion.limbs {
        let mut place = BASE / 10;
        while place != 0 {
            digits.push(b'0' + (limb / place % 10) as u8);
            place /= 10;
        }
    }
    let leading = digits.iter().take_while(|digit| **digit == b'0').count();
    digits.drain(..leading);
    (digits, expansion.whole as i32 * 9 - leading as i32)
}

/// Keeps `count` digits, halves to even; the carry may lengthen the number by a digit.
fn round_digits(digits: &mut Vec<u8>, point: &mut i32, count: usize) {
    if count >= digits.len() {
        return;
    }
    let (half, rest) = (
        digits[count],
        digits[count + 1..].iter().any(|digit| *digit != b'0'),
    );
    let odd = count > 0 && digits[count - 1] & 1 == 1;
    digits.truncate(count);
    if half < b'5' || (half == b'5' && !rest && !odd) {
        return;
    }
    for at in (0..count).rev() {
        if digits[at] != b'9' {
            digits[at] += 1;
            return;
        }
        digits[at] = b'0';
    }
    digits.insert(0, b'1');
    *point += 1;
}

/// The powers of ten that a machine word holds.
const POWERS: [u64; 20] = powers();

const fn powers() -> [u64; 20] {
    let mut table = [1; 20];
    let mut at = 1;
    while at < table.len() {
        table[at] = table[at - 1] * 10;
        at += 1;
    }
    table
}

/// `value` in units of `10**-places`, halves to even, where that is exact in 128 bits.
fn scaled(value: f64, places: usize) -> Option<u128> {
    let power = *POWERS.get(places)?;
    let (mantissa, exponent) = decode(value);
    if !(-126..=0).contains(&exponent) {
        return None;
    }
    let product = mantissa as u128 * power as u128;
    let shift = -exponent as u32;
    if shift == 0 {
        return Some(product);
    }
    let (whole, rest) = (product >> shift, product & ((1 << shift) - 1));
    let half = 1_u128 << (shift - 1);
    Some(whole + (rest > half || (rest == half && whole & 1 == 1)) as u128)
}

/// The digits of `value` up to `places` after the point, correctly rounded, halves to even. Negative places round
/// before the point. The digits end at the last place asked for, unless all are zero.
pub fn exact_places(value: f64, places: i32) -> Decimal {
    let negative = value.is_sign_negative();
    if let Some(whole) = usize::try_from(places)
        .ok()
        .and_then(|places| scaled(value, places))
    {
        let digits = push_u128(whole);
        let point = digits.len() as i32 - places;
        return Decimal {
            negative,
            digits,
            point,
        };
    }
    let (mut digits, mut point) = all_digits(value);
    let count = point as i64 + places as i64;
    if count < 0 || digits.is_empty() {
        return Decimal {
            negative,
            digits: Vec::new(),
            point: 0,
        };
    }
    round_digits(&mut digits, &mut point, count as usize);
    let count = (point as i64 + places as i64) as usize;
    if digits.is_empty() {
        return Decimal {
            negative,
            digits,
            point: 0,
        };
    }
    digits.resize(count, b'0');
    Decimal {
        negative,
        digits,
        point,
    }
}

fn push_u128(mut value: u128) -> Vec<u8> {
    let mut digits = Vec::with_capacity(24);
    if value == 0 {
        return digits;
    }
    if let Ok(small) = i64::try_from(value) {
        push_i64(&mut digits, small);
        return digits;
    }
    while value != 0 {
        digits.push(b'0' + (value % 10) as u8);
        value /= 10;
    }
    digits.reverse();
    digits
}

/// The first `count` significant digits of `value`, correctly rounded, halves to even; `count` is at least one.
/// Zero has no digits.
pub fn exact_digits(value: f64, count: usize) -> Decimal {
    let negative = value.is_sign_negative();
    let (mut digits, mut point) = all_digits(value);
    if digits.is_empty() {
        return Decimal {
            negative,
            digits,
            point: 0,
        };
    }
    round_digits(&mut digits, &mut point, count);
    digits.resize(count, b'0');
    Decimal {
        negative,
        digits,
        point,
    }
}

//! Integers as digits.

use super::WholeRef as Ref;
use crate::fault::{Fault, Kernel};

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
        let text = big.to_str_radix(10).into_bytes();
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

pub(crate) fn push_number(out: &mut String, value: usize) {
    let mut digits = Vec::with_capacity(20);
    push_i64(&mut digits, value as i64);
    out.extend(digits.iter().map(|digit| *digit as char));
}

/// The digits of the absolute value in base 2, 8 or 16, in lower case and without a prefix.
pub fn show_radix(a: Ref, radix: u32) -> Vec<u8> {
    let mut rest = match a {
        Ref::Small(value) => value.unsigned_abs(),
        Ref::Big(value) => return value.magnitude().to_str_radix(radix).into_bytes(),
    };
    let mut out = Vec::with_capacity(16);
    loop {
        out.push(b"0123456789abcdefghijklmnopqrstuvwxyz"[(rest % radix as u64) as usize]);
        rest /= radix as u64;
        if rest == 0 {
            break;
        }
    }
    out.reverse();
    out
}

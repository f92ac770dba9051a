//! `int(text, base)`.

use super::show::push_number;
use super::Whole;
use crate::fault::{Fault, Kernel};
use crate::text::{self, Text};
use num_bigint::{BigInt, Sign};

/// Why a numeral was not accepted, before a message is made of it.
enum Refusal {
    Base,
    Syntax,
    TooLong(usize),
}

/// `int(source, base)` for a str. `limit` bounds the digits, 0 for any number of them.
pub fn parse(source: Text, base: i64, limit: usize) -> Kernel<Whole> {
    let ascii = text::to_ascii_digits(source);
    parse_ascii(&ascii, base, limit).map_err(|refusal| {
        let mut shown = Vec::new();
        text::repr(source, &mut shown);
        explain(refusal, base, limit, text::prefix(&shown, 200))
    })
}

/// `int(source, base)` for bytes.
pub fn parse_bytes(source: &[u8], base: i64, limit: usize) -> Kernel<Whole> {
    parse_ascii(source, base, limit).map_err(|refusal| {
        let mut shown = Vec::new();
        text::repr_bytes(source, &mut shown);
        explain(refusal, base, limit, text::prefix(&shown, 200))
    })
}

fn explain(refusal: Refusal, base: i64, limit: usize, shown: &[u8]) -> Fault {
    let mut text = String::new();
    match refusal {
        Refusal::Base => text.push_str("int() base must be >= 2 and <= 36, or 0"),
        Refusal::Syntax => {
            text.push_str("invalid literal for int() with base ");
            push_number(&mut text, base as usize);
            text.push_str(": ");
            text.push_str(&String::from_utf8_lossy(shown));
        }
        Refusal::TooLong(digits) => {
            text.push_str("Exceeds the limit (");
            push_number(&mut text, limit);
            text.push_str(" digits) for integer string conversion: value has ");
            push_number(&mut text, digits);
            text.push_str(" digits; use sys.set_int_max_str_digits() to increase the limit");
        }
    }
    Fault::Value(text.into())
}

fn parse_ascii(source: &[u8], base: i64, limit: usize) -> Result<Whole, Refusal> {
    if base != 0 && !(2..=36).contains(&base) {
        return Err(Refusal::Base);
    }
    let mut rest = text::trim_ascii(source);
    let negative = rest.first() == Some(&b'-');
    if let [b'+' | b'-', tail @ ..] = rest {
        rest = tail;
    }
    let prefixed = match rest {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    let mut radix = base as u32;
    let mut only_zero = false;
    if base == 0 {
        radix = if prefixed != 0 { prefixed } else { 10 };
        // "010" is no decimal numeral, but "00" is zero.
        only_zero = prefixed == 0 && rest.first() == Some(&b'0');
    }
    if prefixed == radix {
        rest = &rest[2..];
        if let [b'_', tail @ ..] = rest {
            rest = tail;
        }
    }
    let decimal_limit = if limit != 0 && !radix.is_power_of_two() {
        limit
    } else {
        usize::MAX
    };
    let digits = collect_digits(rest, radix, decimal_limit)?;
    if only_zero && digits.iter().any(|digit| *digit != 0) {
        return Err(Refusal::Syntax);
    }
    // Twelve digits of base 36 fit a machine word, and eighteen of base 10.
    if digits.len() <= 12 || (radix <= 10 && digits.len() <= 18) {
        let value = digits
            .iter()
            .fold(0, |value, digit| value * radix as i64 + *digit as i64);
        return Ok(Whole::Small(if negative { -value } else { value }));
    }
    let sign = if negative { Sign::Minus } else { Sign::Plus };
    BigInt::from_radix_be(sign, &digits, radix)
        .map(Whole::from_big)
        .ok_or(Refusal::Syntax)
}

/// The digit values of a numeral, single underscores between digits dropped.
fn collect_digits(source: &[u8], radix: u32, limit: usize) -> Result<Vec<u8>, Refusal> {
    let mut digits = Vec::with_capacity(source.len());
    let mut after_digit = false;
    let mut whole = true;
    for &byte in source {
        match (byte as char).to_digit(radix) {
            Some(digit) => {
                digits.push(digit as u8);
                after_digit = true;
            }
            None if byte == b'_' && after_digit => after_digit = false,
            None => {
                whole = false;
                break;
            }
        }
    }
    if !after_digit {
        return Err(Refusal::Syntax);
    }
    // CPython counts the digits before it sees what follows them.
    if digits.len() > limit {
        return Err(Refusal::TooLong(digits.len()));
    }
    if whole {
        Ok(digits)
    } else {
        Err(Refusal::Syntax)
    }
}

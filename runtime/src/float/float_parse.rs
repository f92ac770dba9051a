//! `float(text)`.

use crate::fault::{Fault, Kernel};
use crate::text::{self, Text};

/// `float(source)` for a str.
pub fn parse(source: Text) -> Kernel<f64> {
    parse_numeral(&text::to_ascii_digits(source)).ok_or_else(|| {
        let mut shown = Vec::new();
        text::repr(source, &mut shown);
        refusal(&shown)
    })
}

/// `float(source)` for bytes.
pub fn parse_bytes(source: &[u8]) -> Kernel<f64> {
    parse_numeral(source).ok_or_else(|| {
        let mut shown = Vec::new();
        text::repr_bytes(source, &mut shown);
        refusal(&shown)
    })
}

fn refusal(shown: &[u8]) -> Fault {
    let mut text = String::from("could not convert string to float: ");
    text.push_str(&String::from_utf8_lossy(shown));
    Fault::Value(text.into())
}

fn parse_numeral(source: &[u8]) -> Option<f64> {
    let trimmed = text::trim_ascii(source);
    if !trimmed.contains(&b'_') {
        return parse_plain(trimmed);
    }
    // An underscore stands between two digits.
    let digit = |at: Option<usize>| at.and_then(|at| trimmed.get(at)).is_some_and(u8::is_ascii_digit);
    let misplaced = |at: usize| trimmed[at] == b'_' && !(digit(at.checked_sub(1)) && digit(Some(at + 1)));
    if (0..trimmed.len()).any(misplaced) {
        return None;
    }
    let plain: Vec<u8> = trimmed.iter().copied().filter(|byte| *byte != b'_').collect();
    parse_plain(&plain)
}

/// A numeral without blanks or underscores: a sign, then digits with a point and an exponent, or inf, or nan.
pub(crate) fn parse_plain(source: &[u8]) -> Option<f64> {
    let (negative, body) = match source {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, source),
    };
    let size = match body.first()? {
        b'0'..=b'9' | b'.' => std::str::from_utf8(body).ok()?.parse().ok()?,
        _ if body.eq_ignore_ascii_case(b"inf") || body.eq_ignore_ascii_case(b"infinity") => f64::INFINITY,
        _ if body.eq_ignore_ascii_case(b"nan") => f64::NAN,
        _ => return None,
    };
    Some(if negative { -size } else { size })
}

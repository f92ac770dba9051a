//! The `is…` questions of str, and digit values. ASCII is answered without a table.

use super::tables::{self, ZEROS};
use super::Text;

/// Whether `point` lies in a table of range edges.
fn within(table: &[u32], point: u32) -> bool {
    table.partition_point(|edge| *edge <= point) % 2 == 1
}

pub fn is_space(point: u32) -> bool {
    matches!(
        point,
        9..=13 | 28..=32 | 0x85 | 0xa0 | 0x1680 | 0x2000..=0x200a | 0x2028 | 0x2029 | 0x202f | 0x205f | 0x3000
    )
}

#[inline]
pub fn is_space_byte(byte: u8) -> bool {
    matches!(byte, b' ' | 9..=13)
}

fn ascii(point: u32) -> Option<u8> {
    u8::try_from(point).ok().filter(u8::is_ascii)
}

/// Defines a question that ASCII answers by a method of `u8` and the rest of Unicode by a table.
macro_rules! by_table {
    ($($name:ident $quick:ident $table:ident;)*) => {$(
        fn $name(point: u32) -> bool {
            match ascii(point) {
                Some(byte) => byte.$quick(),
                None => within(&tables::$table, point),
            }
        }
    )*};
}

by_table! {
    alpha is_ascii_alphabetic ALPHA;
    digit is_ascii_digit DIGIT;
    numeric is_ascii_digit NUMERIC;
    lower is_ascii_lowercase LOWER;
    upper is_ascii_uppercase UPPER;
}

pub fn is_printable_point(point: u32) -> bool {
    match ascii(point) {
        Some(byte) => (b' '..0x7f).contains(&byte),
        None => within(&tables::PRINTABLE, point),
    }
}

pub(super) fn is_cased(point: u32) -> bool {
    match ascii(point) {
        Some(byte) => byte.is_ascii_alphabetic(),
        None => within(&tables::CASED, point),
    }
}

pub(super) fn is_ignorable(point: u32) -> bool {
    within(&tables::IGNORABLE, point)
}

fn titled(point: u32) -> bool {
    point >= 0x80 && within(&tables::TITLE, point)
}

/// The value of a decimal digit of any script.
pub fn decimal_value(point: u32) -> Option<u32> {
    if point < 0x80 {
        return (point as u8 as char).to_digit(10);
    }
    let run = ZEROS.partition_point(|zero| *zero <= point).checked_sub(1)?;
    let value = point - ZEROS[run];
    (value < 10).then_some(value)
}

fn all(text: Text, test: impl Fn(u32) -> bool) -> bool {
    text.len > 0 && text.points().all(test)
}

pub fn is_alpha(text: Text) -> bool {
    all(text, alpha)
}

pub fn is_digit(text: Text) -> bool {
    all(text, digit)
}

pub fn is_decimal(text: Text) -> bool {
    all(text, |point| decimal_value(point).is_some())
}

pub fn is_numeric(text: Text) -> bool {
    all(text, numeric)
}

pub fn is_alnum(text: Text) -> bool {
    all(text, |point| alpha(point) || numeric(point))
}

pub fn is_space_text(text: Text) -> bool {
    all(text, is_space)
}

pub fn is_printable(text: Text) -> bool {
    text.points().all(is_printable_point)
}

pub fn is_lower(text: Text) -> bool {
    let mut cased = false;
    for point in text.points() {
        if upper(point) || titled(point) {
            return false;
        }
        cased |= lower(point);
    }
    cased
}

pub fn is_upper(text: Text) -> bool {
    let mut cased = false;
    for point in text.points() {
        if lower(point) || titled(point) {
            return false;
        }
        cased |= upper(point);
    }
    cased
}

pub fn is_title(text: Text) -> bool {
    let (mut cased, mut inside) = (false, false);
    for point in text.points() {
        if upper(point) || titled(point) {
            if inside {
                return false;
            }
            (cased, inside) = (true, true);
        } else if lower(point) {
            if !inside {
                return false;
            }
        } else {
            inside = false;
        }
    }
    cased
}

pub fn is_identifier(text: Text) -> bool {
    let (start, rest) = (
        |point| match ascii(point) {
            Some(byte) => byte.is_ascii_alphabetic() || byte == b'_',
            None => within(&tables::ID_START, point),
        },
        |point| match ascii(point) {
            Some(byte) => byte.is_ascii_alphanumeric() || byte == b'_',
            None => within(&tables::ID_CONTINUE, point),
        },
    );
    let mut points = text.points();
    points.next().is_some_and(start) && points.all(rest)
}
